CREATE TABLE orders (id bigint NOT NULL);
CREATE UNIQUE INDEX orders_key ON orders (id);
