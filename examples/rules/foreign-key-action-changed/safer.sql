ALTER TABLE orders ADD CONSTRAINT orders_customer_new
  FOREIGN KEY (customer_id) REFERENCES customer ON DELETE CASCADE NOT VALID;
-- next migration
ALTER TABLE orders VALIDATE CONSTRAINT orders_customer_new;
-- next migration
ALTER TABLE orders DROP CONSTRAINT orders_customer;
ALTER TABLE orders RENAME CONSTRAINT orders_customer_new TO orders_customer;
