CREATE DOMAIN email AS text;
CREATE TABLE customer (id bigint PRIMARY KEY, contact email);
