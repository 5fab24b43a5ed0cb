CREATE INDEX CONCURRENTLY orders_customer_new ON orders (customer_id, placed);
-- next migration
DROP INDEX CONCURRENTLY orders_customer;
-- next migration
ALTER INDEX orders_customer_new RENAME TO orders_customer;
