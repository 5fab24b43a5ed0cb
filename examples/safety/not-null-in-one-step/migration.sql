SET LOCAL lock_timeout = '5s';
ALTER TABLE invoice ALTER COLUMN customer_id SET NOT NULL;
