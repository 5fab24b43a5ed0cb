CREATE UNIQUE INDEX CONCURRENTLY customer_email_new ON customer (email) WHERE NOT gone;
-- next migration
DROP INDEX CONCURRENTLY customer_email;
-- next migration
ALTER INDEX customer_email_new RENAME TO customer_email;
