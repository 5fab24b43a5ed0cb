ALTER POLICY orders_open ON orders RENAME TO orders_own;
