-- The files of the write-ahead log in which the last checkpoint begins, and in which the log ends.
SELECT redo_wal_file FROM pg_catalog.pg_control_checkpoint()
UNION ALL
SELECT pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_insert_lsn())
ORDER BY 1
