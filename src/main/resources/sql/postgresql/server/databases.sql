-- The databases of replays, and those that were made because a migration names them.
SELECT datname FROM pg_catalog.pg_database WHERE NOT datistemplate AND datname <> 'postgres' ORDER BY datname
