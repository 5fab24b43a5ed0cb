CREATE STATISTICS orders_place (dependencies) ON city, country FROM orders;
ALTER TABLE orders ALTER COLUMN city SET STATISTICS 500;
