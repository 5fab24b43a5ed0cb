CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint);
CREATE INDEX orders_customer ON orders (customer_id);
UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'orders_customer'::regclass;
