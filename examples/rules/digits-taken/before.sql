CREATE TABLE product (id bigint PRIMARY KEY, price numeric(12,2));
