ALTER TABLE orders DROP CONSTRAINT total_range;
ALTER TABLE orders ADD CONSTRAINT total_range CHECK (total > 0);
