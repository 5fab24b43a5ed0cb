SET LOCAL lock_timeout = '5s';
CREATE INDEX invoice_customer_idx ON invoice (customer_id);
