ALTER VIEW order_total RENAME TO order_amount;
