ALTER SEQUENCE order_number RENAME TO order_numbers;
