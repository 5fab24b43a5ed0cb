ALTER TABLE reading ADD COLUMN amount_new double precision;
-- next migration
UPDATE reading SET amount_new = amount;
-- next migration
ALTER TABLE reading DROP COLUMN amount;
ALTER TABLE reading RENAME COLUMN amount_new TO amount;
