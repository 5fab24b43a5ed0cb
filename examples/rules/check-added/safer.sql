ALTER TABLE orders ADD CONSTRAINT total_positive CHECK (total >= 0) NOT VALID;
-- next migration
ALTER TABLE orders VALIDATE CONSTRAINT total_positive;
