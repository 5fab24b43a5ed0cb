CREATE TABLE orders (id bigint PRIMARY KEY, state text NOT NULL);
CREATE VIEW order_state AS SELECT id, state FROM orders;
