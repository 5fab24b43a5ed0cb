-- server: 15
CREATE TABLE orders (id bigint PRIMARY KEY, shop integer NOT NULL);
CREATE PUBLICATION shop_changes FOR TABLE orders;
