SET LOCAL lock_timeout = '5s';
ALTER TABLE invoice ALTER COLUMN total TYPE bigint;
