ALTER TABLE orders SET SCHEMA shop;
CREATE VIEW orders AS SELECT * FROM shop.orders;
-- next migration
DROP VIEW orders;
