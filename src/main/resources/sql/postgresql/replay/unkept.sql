-- What a database of this state, started anew, would not have: things of the session that migrates, rows that are
-- lost where a server ends without a word, and prepared transactions.
SELECT 'temporary objects' FROM pg_catalog.pg_depend
  WHERE refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND refobjid = pg_catalog.pg_my_temp_schema()
UNION ALL SELECT 'prepared statements' FROM pg_catalog.pg_prepared_statements WHERE from_sql
UNION ALL SELECT 'open cursors' FROM pg_catalog.pg_cursors WHERE is_holdable
UNION ALL SELECT 'channels' FROM pg_catalog.pg_listening_channels()
UNION ALL SELECT 'advisory locks' FROM pg_catalog.pg_locks WHERE locktype = 'advisory' AND pid = pg_catalog.pg_backend_pid()
UNION ALL SELECT 'prepared transactions' FROM pg_catalog.pg_prepared_xacts
UNION ALL SELECT 'unlogged rows' FROM pg_catalog.pg_class
  WHERE relpersistence = 'u'
  AND relnamespace <> COALESCE((SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = 'annals_recorder'), 0)
  AND CASE relkind WHEN 'S' THEN pg_catalog.pg_sequence_last_value(oid) IS NOT NULL
    ELSE relkind IN ('r', 'm', 't') AND pg_catalog.pg_relation_size(oid) > 0 END
LIMIT 1
