-- Lets customers be gone again when they go. Whoever is marked as gone by now is deleted for good, unless
-- there are orders: those customers come to life again.

DELETE FROM customer c
WHERE deleted_at IS NOT NULL
  AND NOT EXISTS (SELECT FROM customer_order o WHERE o.customer_id = c.id);

ALTER TABLE customer DROP COLUMN deleted_at;
ALTER TABLE customer ADD CONSTRAINT customer_email_key UNIQUE (email);
