ALTER TABLE orders ADD CONSTRAINT orders_customer_new
  FOREIGN KEY (customer_id) REFERENCES customer ON DELETE CASCADE NOT VALID;
-- next migration
ALTER TABLE orders VALIDATE CONSTRAINT orders_customer_new;
-- next migration
ALTER TABLE orders DROP CONSTRAINT orders_customer;
ALTER TABLE orders RENAME CONSTRAINT orders_customer_new TO orders_customer;
-- next migration
ALTER TABLE review ADD CONSTRAINT review_customer_new
  FOREIGN KEY (customer_id) REFERENCES customer NOT VALID;
-- next migration
ALTER TABLE review VALIDATE CONSTRAINT review_customer_new;
-- next migration
ALTER TABLE review DROP CONSTRAINT review_customer;
ALTER TABLE review RENAME CONSTRAINT review_customer_new TO review_customer;
