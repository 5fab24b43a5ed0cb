-- Every object of the database, through the recorder's own function. One parameter: tables left out.
SELECT * FROM annals_recorder.objects(
  (SELECT coalesce(array_agg(c.oid), '{}') FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'annals_recorder')),
  (SELECT coalesce(array_agg(t.oid), '{}') FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
    WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'annals_recorder')),
  (SELECT coalesce(array_agg(p.oid), '{}') FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'annals_recorder')),
  true,
  ?)
