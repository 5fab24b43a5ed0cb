CREATE INDEX CONCURRENTLY invoice_customer_idx ON invoice (customer_id);
