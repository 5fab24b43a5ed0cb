CREATE TABLE thing (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  vegetarian boolean NOT NULL DEFAULT false
);
