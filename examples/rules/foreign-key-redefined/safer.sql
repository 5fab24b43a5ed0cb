ALTER TABLE orders ADD CONSTRAINT orders_payer_new
  FOREIGN KEY (payer) REFERENCES account NOT VALID;
-- next migration
ALTER TABLE orders VALIDATE CONSTRAINT orders_payer_new;
-- next migration
ALTER TABLE orders DROP CONSTRAINT orders_payer;
ALTER TABLE orders RENAME CONSTRAINT orders_payer_new TO orders_payer;
