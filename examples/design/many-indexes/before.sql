CREATE TABLE parcel (
  id bigint PRIMARY KEY, a integer, b integer, c integer, d integer, e integer, f integer, g integer,
  h integer, i integer, j integer, k integer
);
CREATE INDEX ON parcel (a);
CREATE INDEX ON parcel (b);
CREATE INDEX ON parcel (c);
CREATE INDEX ON parcel (d);
CREATE INDEX ON parcel (e);
CREATE INDEX ON parcel (f);
CREATE INDEX ON parcel (g);
CREATE INDEX ON parcel (h);
CREATE INDEX ON parcel (i);
CREATE INDEX ON parcel (j);
CREATE INDEX ON parcel (k);
