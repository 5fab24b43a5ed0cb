CREATE TABLE orders (id bigint PRIMARY KEY, discount numeric(5,2));
CREATE INDEX orders_discount ON orders (discount);
