-- server: 15
CREATE TABLE customer (id bigint PRIMARY KEY, email text, CONSTRAINT customer_email UNIQUE NULLS NOT DISTINCT (email));
