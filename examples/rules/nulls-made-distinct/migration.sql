ALTER TABLE customer DROP CONSTRAINT customer_email;
ALTER TABLE customer ADD CONSTRAINT customer_email UNIQUE (email);
