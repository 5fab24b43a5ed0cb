-- Where each sequence stands: its value, and whether that was taken already (functions-sequence, "setval").
-- The view pg_sequences says the same, but not which of them one may touch. In what order conditions are
-- asked is the planner's choice, unless CASE says it.
SELECT pg_catalog.format('%I.%I', n.nspname, c.relname),
       coalesce(l.value, s.seqstart),
       l.value IS NOT NULL
FROM pg_catalog.pg_sequence s
JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
  SELECT CASE WHEN c.relkind <> 'S' THEN NULL
    WHEN pg_catalog.has_sequence_privilege(c.oid, 'SELECT,USAGE') THEN pg_catalog.pg_sequence_last_value(c.oid) END AS value) l
WHERE CASE WHEN c.relkind <> 'S' OR n.nspname = 'annals_recorder' OR pg_catalog.pg_is_other_temp_schema(n.oid) THEN false
  ELSE pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_sequence_privilege(c.oid, 'UPDATE') END
