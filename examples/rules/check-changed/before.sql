CREATE TABLE orders (id bigint PRIMARY KEY, total numeric, CONSTRAINT total_range CHECK (total >= 0));
