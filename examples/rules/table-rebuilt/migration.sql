CREATE TABLE orders_new (id bigint PRIMARY KEY, placed_at timestamptz NOT NULL, amount bigint, note text);
INSERT INTO orders_new (id, placed_at, amount, note)
SELECT id, placed_at, amount, (SELECT r.body FROM remark r WHERE r.order_id = o.id LIMIT 1) FROM orders o;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
ALTER INDEX orders_new_pkey RENAME TO orders_pkey;
