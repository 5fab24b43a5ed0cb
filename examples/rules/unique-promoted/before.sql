CREATE TABLE customer (id bigint PRIMARY KEY, email text);
CREATE UNIQUE INDEX customer_email ON customer (email);
