CREATE TABLE orders (id bigint PRIMARY KEY, total numeric(12,2) NOT NULL, note varchar(20));
CREATE VIEW order_total AS SELECT id, total, note FROM orders;
