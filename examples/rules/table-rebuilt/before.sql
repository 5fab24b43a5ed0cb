CREATE TABLE orders (id bigint PRIMARY KEY, placed_at timestamptz NOT NULL, amount int);
CREATE TABLE remark (order_id bigint NOT NULL, body text);
