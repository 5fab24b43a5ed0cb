CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);
CREATE MATERIALIZED VIEW order_total AS SELECT id, total FROM orders;
CREATE UNIQUE INDEX order_total_key ON order_total (id);
