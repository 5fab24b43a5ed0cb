CREATE TABLE orders (id bigint PRIMARY KEY, shop text);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY orders_open ON orders USING (shop = current_user);
