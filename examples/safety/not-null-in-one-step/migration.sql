SET LOCAL lock_timeout = '5s';
ALTER TABLE invoice ALTER COLUMN customer_id SET NOT NULL;
ALTER TABLE invoice ADD COLUMN currency text NOT NULL;
