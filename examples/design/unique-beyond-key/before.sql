CREATE TABLE seat (
  id bigint PRIMARY KEY,
  hall text NOT NULL,
  UNIQUE (hall, id)
);
