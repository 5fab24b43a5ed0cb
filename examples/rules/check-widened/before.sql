CREATE TABLE orders (
  id bigint PRIMARY KEY,
  status text NOT NULL CONSTRAINT order_status CHECK (status IN ('placed', 'sent')),
  amount int CONSTRAINT order_amount CHECK (amount > 0 AND amount < 100)
);
