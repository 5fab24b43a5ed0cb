INSERT INTO pg_catalog.pg_db_role_setting SELECT * FROM pg_temp.annals_settings;
DROP TABLE pg_temp.annals_settings;
