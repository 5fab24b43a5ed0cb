CREATE OR REPLACE VIEW order_total AS SELECT id, total FROM orders WHERE NOT gone;
