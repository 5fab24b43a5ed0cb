CREATE TABLE customer (id bigint PRIMARY KEY, email text);
CREATE UNIQUE INDEX email_key ON customer (email);
ALTER TABLE customer ADD CONSTRAINT customer_email UNIQUE (email);
