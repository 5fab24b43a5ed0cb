CREATE TABLE thing (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  paid_at timestamptz(0) NOT NULL
);
