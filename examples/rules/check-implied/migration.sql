ALTER TABLE orders ADD CONSTRAINT above_all CHECK (amount > -10);
