DO $$ BEGIN
  EXECUTE format('CREATE TABLE versioned_%s ()', (SELECT count(*) FROM ran));
END $$;
