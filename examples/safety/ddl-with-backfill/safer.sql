SET LOCAL lock_timeout = '5s';
ALTER TABLE invoice ADD COLUMN currency text;
-- next migration
UPDATE invoice SET currency = 'EUR' WHERE currency IS NULL;
