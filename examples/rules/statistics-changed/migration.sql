CREATE STATISTICS orders_place (dependencies) ON city, country FROM orders;
