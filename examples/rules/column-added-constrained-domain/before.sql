CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE TABLE customer (id bigint PRIMARY KEY);
