CREATE TABLE payment (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  paid numeric(12,2) NOT NULL,
  currency text NOT NULL
);
