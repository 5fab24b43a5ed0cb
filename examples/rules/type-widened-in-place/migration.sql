ALTER TABLE customer ALTER COLUMN name TYPE varchar(100);
ALTER TABLE customer ALTER COLUMN balance TYPE numeric(14,2);
ALTER TABLE customer ALTER COLUMN seen TYPE timestamp(6);
