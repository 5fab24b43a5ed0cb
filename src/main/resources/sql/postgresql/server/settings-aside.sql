CREATE TEMP TABLE annals_settings AS SELECT * FROM pg_catalog.pg_db_role_setting;
DELETE FROM pg_catalog.pg_db_role_setting;
