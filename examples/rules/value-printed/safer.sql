ALTER TABLE orders ADD COLUMN state_new text;
-- next migration
UPDATE orders SET state_new = state::text;
-- next migration
ALTER TABLE orders DROP COLUMN state;
ALTER TABLE orders RENAME COLUMN state_new TO state;
