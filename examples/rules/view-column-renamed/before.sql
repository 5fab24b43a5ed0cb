CREATE TABLE orders (id bigint PRIMARY KEY, total numeric(12,2) NOT NULL);
CREATE VIEW order_total AS SELECT id, total FROM orders;
