CREATE INDEX CONCURRENTLY IF NOT EXISTS invoice_customer_idx ON invoice (customer_id);
