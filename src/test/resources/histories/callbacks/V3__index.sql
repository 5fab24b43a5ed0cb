CREATE INDEX CONCURRENTLY orders_placed_on ON orders (placed_on);
