ALTER TABLE orders ADD COLUMN paid_new integer;
-- next migration
UPDATE orders SET paid_new = paid::integer;
-- next migration
ALTER TABLE orders DROP COLUMN paid;
ALTER TABLE orders RENAME COLUMN paid_new TO paid;
