ALTER TABLE orders ADD COLUMN total_new numeric(10,2);
-- next migration
UPDATE orders SET total_new = round(total, 2);
-- next migration
ALTER TABLE orders DROP COLUMN total;
ALTER TABLE orders RENAME COLUMN total_new TO total;
