CREATE POLICY orders_open ON orders USING (shop = current_user);
