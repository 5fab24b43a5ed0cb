ALTER TABLE orders ADD CONSTRAINT orders_customer
  FOREIGN KEY (customer_id) REFERENCES customer;
