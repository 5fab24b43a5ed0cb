ALTER TABLE customer RENAME CONSTRAINT email_key TO customer_email;
