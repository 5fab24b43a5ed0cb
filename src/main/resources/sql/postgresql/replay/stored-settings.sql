-- What a new session of this role in this database would begin with.
SELECT 'stored' FROM pg_catalog.pg_db_role_setting
  WHERE setdatabase IN (0, (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()))
  LIMIT 1
