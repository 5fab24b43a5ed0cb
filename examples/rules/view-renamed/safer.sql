ALTER VIEW order_total RENAME TO order_amount;
CREATE VIEW order_total AS SELECT * FROM order_amount;
-- next migration
DROP VIEW order_total;
