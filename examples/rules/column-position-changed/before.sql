-- identities: unknown
CREATE TABLE orders (id bigint, channel text, total numeric);
