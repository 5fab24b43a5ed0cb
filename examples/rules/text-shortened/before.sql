CREATE TABLE customer (id bigint PRIMARY KEY, code varchar(50));
