CREATE TABLE product (id bigint PRIMARY KEY, weight integer);
