CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END $$;
CREATE TABLE note (id bigint PRIMARY KEY, updated_at timestamptz NOT NULL DEFAULT now());
CREATE TRIGGER note_touch BEFORE UPDATE ON note FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TABLE page (id bigint PRIMARY KEY, updated_at timestamptz NOT NULL DEFAULT now());
CREATE TRIGGER page_touch BEFORE UPDATE ON page FOR EACH ROW EXECUTE FUNCTION touch();
-- a log of changes, and the time of something else than the row
CREATE TABLE change (id bigint PRIMARY KEY, changed_at timestamptz NOT NULL);
CREATE TABLE patient (id bigint PRIMARY KEY, risk_updated_at timestamptz);
