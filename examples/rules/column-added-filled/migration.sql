ALTER TABLE orders ADD COLUMN token text NOT NULL;

CREATE FUNCTION fill_token() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.token IS NULL THEN
    NEW.token := md5(NEW.reference);
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER fill_token BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION fill_token();
