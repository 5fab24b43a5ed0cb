DO $$ BEGIN
  EXECUTE format('CREATE TABLE after_%s ()', (SELECT count(*) FROM ran WHERE what LIKE 'before%'));
END $$;
