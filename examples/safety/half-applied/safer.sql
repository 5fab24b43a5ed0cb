CREATE INDEX CONCURRENTLY invoice_customer_idx ON invoice (customer_id);
-- next migration
CREATE INDEX CONCURRENTLY invoice_total_idx ON invoice (total);
