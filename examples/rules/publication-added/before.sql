CREATE TABLE customer (id bigint PRIMARY KEY, name text);
CREATE TABLE orders (id bigint PRIMARY KEY, paid boolean NOT NULL);
