-- server: 15
CREATE TABLE customer (id bigint PRIMARY KEY, name text, mail text);
CREATE PUBLICATION shop_changes FOR TABLE customer (id, name, mail);
