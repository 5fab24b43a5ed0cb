ALTER FOREIGN TABLE orders OPTIONS (SET table_name 'orders_2026', ADD schema_name 'sales');
