-- Ends the sessions of the migrating role; what they have not committed is taken back.
SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE usename = 'MIGRATOR'
