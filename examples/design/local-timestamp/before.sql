CREATE TABLE visit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  began_at timestamp NOT NULL,
  ended_at timestamptz
);
