CREATE UNIQUE INDEX CONCURRENTLY customer_email ON customer (email);
-- next migration
ALTER TABLE customer ADD CONSTRAINT customer_email UNIQUE USING INDEX customer_email;
