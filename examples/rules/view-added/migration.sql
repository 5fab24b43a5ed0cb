CREATE VIEW order_total AS SELECT id, total FROM orders;
