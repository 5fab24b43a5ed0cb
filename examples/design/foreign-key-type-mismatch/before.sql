CREATE TABLE device (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE reading (
  device_id integer NOT NULL REFERENCES device,
  taken_at timestamptz NOT NULL,
  PRIMARY KEY (device_id, taken_at)
);
