ALTER TABLE orders OWNER TO pg_database_owner;
