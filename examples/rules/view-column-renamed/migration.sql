ALTER VIEW order_total RENAME COLUMN total TO amount;
