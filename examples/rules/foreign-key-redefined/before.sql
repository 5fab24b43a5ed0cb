CREATE TABLE customer (id bigint PRIMARY KEY);
CREATE TABLE account (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, payer bigint CONSTRAINT orders_payer REFERENCES customer);
