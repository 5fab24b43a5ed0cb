-- The databases of replays.
SELECT datname FROM pg_catalog.pg_database WHERE datname LIKE 'annals\_%' ORDER BY datname
