ALTER TABLE customer ADD COLUMN contact email;
