ALTER TABLE customer ALTER COLUMN contact TYPE email;
