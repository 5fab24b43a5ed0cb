ALTER VIEW order_state ALTER COLUMN state SET DEFAULT 'new';
