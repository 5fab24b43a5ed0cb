-- Every object of the database, through the recorder's own function. One parameter: tables left out.
SELECT * FROM annals_recorder.objects(
  (SELECT array_agg(oid) FROM pg_catalog.pg_class),
  (SELECT array_agg(oid) FROM pg_catalog.pg_type),
  (SELECT array_agg(oid) FROM pg_catalog.pg_proc),
  true,
  ?)
