ALTER TABLE orders ADD CONSTRAINT total_range_new CHECK (total > 0) NOT VALID;
-- next migration
ALTER TABLE orders VALIDATE CONSTRAINT total_range_new;
-- next migration
ALTER TABLE orders DROP CONSTRAINT total_range;
ALTER TABLE orders RENAME CONSTRAINT total_range_new TO total_range;
