SET LOCAL lock_timeout = '5s';
DROP VIEW unpaid;
ALTER TABLE invoice DROP COLUMN note;
