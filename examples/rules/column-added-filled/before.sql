CREATE TABLE orders (id bigint PRIMARY KEY, reference text NOT NULL);
