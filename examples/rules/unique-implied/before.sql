CREATE TABLE customer (id bigint PRIMARY KEY, shop int NOT NULL, email text NOT NULL UNIQUE);
