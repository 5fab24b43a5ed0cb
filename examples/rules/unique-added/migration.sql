ALTER TABLE customer ADD CONSTRAINT customer_email UNIQUE (email);
