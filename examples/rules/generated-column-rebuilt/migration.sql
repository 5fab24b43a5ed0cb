ALTER TABLE orders DROP COLUMN total;
ALTER TABLE orders ADD COLUMN total int GENERATED ALWAYS AS (net + net * vat / 100) STORED;
