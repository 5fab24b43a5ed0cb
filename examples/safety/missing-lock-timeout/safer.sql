SET LOCAL lock_timeout = '5s';
ALTER TABLE invoice ADD COLUMN currency text;
-- next migration
SET LOCAL lock_timeout = '5s';
ALTER TABLE invoice ADD COLUMN due_on date;
