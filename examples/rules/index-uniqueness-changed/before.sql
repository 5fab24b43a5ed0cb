CREATE TABLE customer (id bigint PRIMARY KEY, email text);
CREATE INDEX customer_email ON customer (email);
