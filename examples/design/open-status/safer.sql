CREATE TABLE thing (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  status text NOT NULL CHECK (status IN ('open', 'closed'))
);
-- what anything was, in a log
CREATE TABLE log (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, old_state text, new_state text);
