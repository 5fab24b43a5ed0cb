ALTER TABLE product ALTER COLUMN price TYPE numeric(8,2);
