ALTER TABLE orders ALTER COLUMN paid TYPE integer USING paid::integer;
