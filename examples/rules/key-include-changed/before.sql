CREATE TABLE customer (id bigint PRIMARY KEY, email text, name text, CONSTRAINT customer_email UNIQUE (email));
