DROP VIEW order_total;
CREATE VIEW order_total AS SELECT id, total FROM orders;
