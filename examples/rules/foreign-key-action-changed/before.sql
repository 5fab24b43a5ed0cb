CREATE TABLE customer (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint CONSTRAINT orders_customer REFERENCES customer);
CREATE TABLE review (id bigint PRIMARY KEY,
  customer_id bigint CONSTRAINT review_customer REFERENCES customer ON DELETE CASCADE);
