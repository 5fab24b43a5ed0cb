-- server: 17
CREATE TABLE order_line (
  quantity integer NOT NULL,
  price numeric(12,2) NOT NULL,
  amount numeric GENERATED ALWAYS AS (quantity * price) STORED
);
