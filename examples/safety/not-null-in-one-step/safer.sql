SET LOCAL lock_timeout = '5s';
ALTER TABLE invoice ADD CONSTRAINT invoice_has_customer CHECK (customer_id IS NOT NULL) NOT VALID;
-- next migration
ALTER TABLE invoice VALIDATE CONSTRAINT invoice_has_customer;
-- next migration
SET LOCAL lock_timeout = '5s';
ALTER TABLE invoice ALTER COLUMN customer_id SET NOT NULL;
ALTER TABLE invoice DROP CONSTRAINT invoice_has_customer;
ALTER TABLE invoice ADD COLUMN currency text NOT NULL DEFAULT 'EUR';
