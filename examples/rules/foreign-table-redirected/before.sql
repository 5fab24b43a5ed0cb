-- superuser
CREATE FOREIGN DATA WRAPPER elsewhere;
CREATE SERVER archive FOREIGN DATA WRAPPER elsewhere;
CREATE FOREIGN TABLE orders (id bigint OPTIONS (column_name 'no')) SERVER archive OPTIONS (table_name 'orders_2025');
