ALTER TABLE customer ADD CONSTRAINT customer_email UNIQUE USING INDEX customer_email;
