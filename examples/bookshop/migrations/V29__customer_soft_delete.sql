-- SHOP-207: people may leave, and tax law makes us keep their orders for ten years.
-- So customers are marked, not deleted; a job blanks name, phone and addresses the same night.
-- The address must be free again for a new account, hence unique among the living only.

ALTER TABLE customer ADD COLUMN deleted_at timestamptz;

CREATE UNIQUE INDEX customer_email_live_key ON customer (email) WHERE deleted_at IS NULL;
ALTER TABLE customer DROP CONSTRAINT customer_mail_key;

COMMENT ON COLUMN customer.deleted_at IS 'When the customer left. The row stays for the orders, blanked.';
