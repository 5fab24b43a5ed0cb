DO $$ BEGIN
  EXECUTE format('COMMENT ON TABLE ran IS %L', (SELECT string_agg(what, ',' ORDER BY number) FROM ran));
END $$;
