DROP TABLE shop.orders;
-- next migration
DROP SCHEMA shop;
