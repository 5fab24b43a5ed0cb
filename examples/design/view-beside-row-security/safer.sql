CREATE TABLE letter (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, reader text NOT NULL);
ALTER TABLE letter ENABLE ROW LEVEL SECURITY;
CREATE POLICY letter_own ON letter USING (reader = current_user);
CREATE VIEW letters WITH (security_invoker = true) AS SELECT id, reader FROM letter;
