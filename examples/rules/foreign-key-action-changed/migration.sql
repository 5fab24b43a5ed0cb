ALTER TABLE orders DROP CONSTRAINT orders_customer;
ALTER TABLE orders ADD CONSTRAINT orders_customer
  FOREIGN KEY (customer_id) REFERENCES customer ON DELETE CASCADE;
ALTER TABLE review DROP CONSTRAINT review_customer;
ALTER TABLE review ADD CONSTRAINT review_customer
  FOREIGN KEY (customer_id) REFERENCES customer;
