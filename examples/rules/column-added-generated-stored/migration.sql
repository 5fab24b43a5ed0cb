ALTER TABLE order_line ADD COLUMN amount numeric GENERATED ALWAYS AS (quantity * price) STORED;
