ALTER TABLE orders ALTER COLUMN pieces TYPE bigint;
