CREATE UNIQUE INDEX CONCURRENTLY customer_email_new ON customer (email) NULLS NOT DISTINCT;
-- next migration
ALTER TABLE customer ADD CONSTRAINT customer_email_new UNIQUE USING INDEX customer_email_new;
-- next migration
ALTER TABLE customer DROP CONSTRAINT customer_email;
ALTER TABLE customer RENAME CONSTRAINT customer_email_new TO customer_email;
