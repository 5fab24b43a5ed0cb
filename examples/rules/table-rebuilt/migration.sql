CREATE TABLE orders_new (id bigint PRIMARY KEY, placed_at timestamptz NOT NULL, amount bigint, note text);
INSERT INTO orders_new (id, placed_at, amount) SELECT id, placed_at, amount FROM orders;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
ALTER INDEX orders_new_pkey RENAME TO orders_pkey;
