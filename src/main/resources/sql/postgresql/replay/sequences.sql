-- Where each sequence stands: its value, and whether that was taken already (functions-sequence, "setval").
SELECT pg_catalog.format('%I.%I', schemaname, sequencename),
       coalesce(last_value, start_value),
       last_value IS NOT NULL
FROM pg_catalog.pg_sequences
WHERE pg_catalog.has_sequence_privilege(pg_catalog.format('%I.%I', schemaname, sequencename), 'UPDATE')
