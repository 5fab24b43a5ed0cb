ALTER TABLE orders DROP COLUMN channel;
ALTER TABLE orders ADD COLUMN channel text;
