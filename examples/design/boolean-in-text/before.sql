CREATE TABLE thing (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  is_active char(1) NOT NULL CHECK (is_active IN ('Y', 'N'))
);
