ALTER TABLE product ALTER COLUMN weight TYPE numeric(12,2);
