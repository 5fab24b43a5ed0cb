SET LOCAL lock_timeout = '5s';
ALTER TABLE invoice DROP COLUMN note CASCADE;
