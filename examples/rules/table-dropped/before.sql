CREATE TABLE customer (id bigint PRIMARY KEY);
CREATE TABLE wish (id bigint PRIMARY KEY, customer_id bigint REFERENCES customer);
