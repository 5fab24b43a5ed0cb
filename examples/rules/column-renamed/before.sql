CREATE TABLE customer (id bigint PRIMARY KEY, mail text);
