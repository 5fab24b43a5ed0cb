SET LOCAL lock_timeout = '5s';
ALTER TABLE invoice ADD COLUMN total_new bigint;
