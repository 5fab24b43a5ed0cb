-- superuser
CREATE FUNCTION no_drops() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'nothing is dropped here: %', tg_tag;
END $$;
