ALTER TABLE orders DROP CONSTRAINT order_status;
ALTER TABLE orders ADD CONSTRAINT order_status CHECK (status IN ('placed', 'sent', 'returned'));
ALTER TABLE orders DROP CONSTRAINT order_amount;
ALTER TABLE orders ADD CONSTRAINT order_amount CHECK (amount >= 0);
