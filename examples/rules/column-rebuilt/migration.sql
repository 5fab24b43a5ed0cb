ALTER TABLE orders ADD COLUMN amount_wide bigint;
UPDATE orders SET amount_wide = amount;
ALTER TABLE orders ALTER COLUMN amount_wide SET NOT NULL;
ALTER TABLE orders ALTER COLUMN amount_wide SET DEFAULT 0;
ALTER TABLE orders DROP COLUMN amount;
ALTER TABLE orders RENAME COLUMN amount_wide TO amount;
