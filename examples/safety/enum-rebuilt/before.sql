CREATE TYPE invoice_status AS ENUM ('draft', 'open', 'lost', 'paid');
CREATE TABLE invoice (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  status invoice_status NOT NULL
);
