ALTER TABLE orders DROP CONSTRAINT orders_payer;
ALTER TABLE orders ADD CONSTRAINT orders_payer FOREIGN KEY (payer) REFERENCES account;
