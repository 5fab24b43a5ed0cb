CREATE TABLE letter (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, reader text NOT NULL);
CREATE POLICY letter_own ON letter USING (reader = current_user);
ALTER TABLE letter ENABLE ROW LEVEL SECURITY;
