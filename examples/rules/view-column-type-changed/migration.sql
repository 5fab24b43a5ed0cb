DROP VIEW order_total;
CREATE VIEW order_total AS SELECT id, total::text AS total, note::text AS note FROM orders;
