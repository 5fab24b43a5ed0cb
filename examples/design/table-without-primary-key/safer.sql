CREATE TABLE reading (
  sensor text,
  taken_at timestamptz,
  celsius real,
  PRIMARY KEY (sensor, taken_at)
);
