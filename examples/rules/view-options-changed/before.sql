-- server: 15
CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);
CREATE VIEW order_total AS SELECT id, total FROM orders;
