ALTER TABLE orders ADD COLUMN token uuid;
-- next migration
ALTER TABLE orders ALTER COLUMN token SET DEFAULT gen_random_uuid();
UPDATE orders SET token = gen_random_uuid() WHERE token IS NULL;
