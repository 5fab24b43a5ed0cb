CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE SEQUENCE order_number;
