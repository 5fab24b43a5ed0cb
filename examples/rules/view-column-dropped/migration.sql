DROP VIEW order_total;
CREATE VIEW order_total AS SELECT id FROM orders;
