CREATE TABLE customer (id integer PRIMARY KEY);
ALTER TABLE orders ADD COLUMN customer_id integer REFERENCES customer;
