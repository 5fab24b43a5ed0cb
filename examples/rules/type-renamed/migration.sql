ALTER TYPE status RENAME TO order_status;
