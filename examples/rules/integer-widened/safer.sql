ALTER TABLE orders ADD COLUMN pieces_new bigint;
-- next migration
UPDATE orders SET pieces_new = pieces;
-- next migration
ALTER TABLE orders DROP COLUMN pieces;
ALTER TABLE orders RENAME COLUMN pieces_new TO pieces;
