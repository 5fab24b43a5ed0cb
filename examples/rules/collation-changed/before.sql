CREATE TABLE customer (id bigint PRIMARY KEY, name text);
CREATE INDEX customer_name ON customer (name);
