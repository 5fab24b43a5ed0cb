CREATE UNIQUE INDEX CONCURRENTLY orders_key ON orders (id);
-- next migration
ALTER TABLE orders ADD CONSTRAINT id_present CHECK (id IS NOT NULL) NOT VALID;
-- next migration
ALTER TABLE orders VALIDATE CONSTRAINT id_present;
-- next migration
ALTER TABLE orders ALTER COLUMN id SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT id_present;
-- next migration
ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_key;
