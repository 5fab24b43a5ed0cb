CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);
CREATE VIEW order_total AS SELECT DISTINCT id, total FROM orders;
