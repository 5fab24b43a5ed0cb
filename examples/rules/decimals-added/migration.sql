ALTER TABLE product ALTER COLUMN price TYPE numeric(12,4);
