CREATE TABLE thing (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_uuid uuid NOT NULL
);
-- a word is one of its values
CREATE TABLE zone (id varchar(36) PRIMARY KEY);
CREATE TABLE member (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  zone_id varchar(36) NOT NULL DEFAULT 'main' REFERENCES zone
);
CREATE INDEX ON member (zone_id);
