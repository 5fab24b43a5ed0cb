ALTER TABLE customer DROP CONSTRAINT customer_email;
