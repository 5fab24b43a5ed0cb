SELECT CASE WHEN rolsuper OR rolcreatedb THEN 'yes' ELSE 'no' END
FROM pg_catalog.pg_roles WHERE rolname = current_user
