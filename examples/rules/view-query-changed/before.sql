CREATE TABLE orders (id bigint PRIMARY KEY, total numeric, gone boolean);
CREATE VIEW order_total AS SELECT id, total FROM orders;
