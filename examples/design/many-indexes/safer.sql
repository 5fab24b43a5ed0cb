CREATE TABLE parcel (
  id bigint PRIMARY KEY, a integer, b integer, c integer, d integer, e integer, f integer, g integer,
  h integer, i integer, j integer, k integer
);
CREATE INDEX ON parcel (a);
