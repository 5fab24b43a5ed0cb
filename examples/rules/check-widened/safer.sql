ALTER TABLE orders ADD CONSTRAINT order_status_new CHECK (status IN ('placed', 'sent', 'returned')) NOT VALID;
ALTER TABLE orders ADD CONSTRAINT order_amount_new CHECK (amount >= 0) NOT VALID;
-- next migration
ALTER TABLE orders VALIDATE CONSTRAINT order_status_new;
ALTER TABLE orders VALIDATE CONSTRAINT order_amount_new;
-- next migration
ALTER TABLE orders DROP CONSTRAINT order_status;
ALTER TABLE orders RENAME CONSTRAINT order_status_new TO order_status;
ALTER TABLE orders DROP CONSTRAINT order_amount;
ALTER TABLE orders RENAME CONSTRAINT order_amount_new TO order_amount;
