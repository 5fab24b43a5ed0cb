ALTER TABLE orders ADD COLUMN token text;

CREATE FUNCTION fill_token() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.token IS NULL THEN
    NEW.token := md5(NEW.reference);
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER fill_token BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION fill_token();
-- next migration
UPDATE orders SET token = md5(reference) WHERE token IS NULL;
ALTER TABLE orders ADD CONSTRAINT token_present CHECK (token IS NOT NULL) NOT VALID;
-- next migration
ALTER TABLE orders VALIDATE CONSTRAINT token_present;
-- next migration
ALTER TABLE orders ALTER COLUMN token SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT token_present;
