ALTER TABLE orders ADD COLUMN channel text;
-- next migration
UPDATE orders SET channel = 'shop' WHERE channel IS NULL;
ALTER TABLE orders ADD CONSTRAINT channel_present CHECK (channel IS NOT NULL) NOT VALID;
-- next migration
ALTER TABLE orders VALIDATE CONSTRAINT channel_present;
-- next migration
ALTER TABLE orders ALTER COLUMN channel SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT channel_present;
