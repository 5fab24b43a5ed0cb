ALTER POLICY orders_open ON orders USING (shop = session_user);
