DROP TABLE orders;
CREATE TABLE orders (id bigint, total numeric, channel text);
