DROP INDEX CONCURRENTLY IF EXISTS invoice_customer_idx;
-- next migration
CREATE INDEX CONCURRENTLY invoice_customer_idx ON invoice (customer_id);
