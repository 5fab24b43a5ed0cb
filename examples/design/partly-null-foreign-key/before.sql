CREATE TABLE shelf (room text, place integer, PRIMARY KEY (room, place));
CREATE TABLE box (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  room text,
  place integer,
  FOREIGN KEY (room, place) REFERENCES shelf
);
CREATE INDEX ON box (room, place);
