CREATE TABLE orders (id bigint PRIMARY KEY, paid boolean NOT NULL);
CREATE PUBLICATION shop_changes FOR TABLE orders WITH (publish = 'insert, update');
