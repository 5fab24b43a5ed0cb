CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, placed date);
CREATE INDEX orders_customer ON orders (customer_id);
