CREATE TABLE orders (id bigint PRIMARY KEY, shop text);
CREATE POLICY orders_open ON orders USING (shop = current_user);
