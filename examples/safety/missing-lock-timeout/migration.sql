SET LOCAL lock_timeout = '5s';
ALTER TABLE invoice ADD COLUMN currency text;
-- next migration
ALTER TABLE invoice ADD COLUMN due_on date;
