CREATE TABLE thing (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  opens time NOT NULL,
  zone text NOT NULL
);
