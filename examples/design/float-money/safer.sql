CREATE TABLE invoice (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  total_amount numeric(12,2) NOT NULL
);
