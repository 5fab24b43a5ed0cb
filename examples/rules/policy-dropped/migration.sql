DROP POLICY orders_open ON orders;
