SET LOCAL lock_timeout = '5s';
ALTER TABLE invoice ADD CONSTRAINT invoice_not_lost CHECK (status <> 'lost') NOT VALID;
-- next migration
ALTER TABLE invoice VALIDATE CONSTRAINT invoice_not_lost;
