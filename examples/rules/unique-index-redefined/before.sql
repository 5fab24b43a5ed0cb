CREATE TABLE customer (id bigint PRIMARY KEY, email text, gone boolean);
CREATE UNIQUE INDEX customer_email ON customer (email);
