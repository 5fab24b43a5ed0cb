CREATE TABLE thing (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE thing_phone (
  thing_id bigint NOT NULL REFERENCES thing ON DELETE CASCADE,
  phone text NOT NULL,
  PRIMARY KEY (thing_id, phone)
);
