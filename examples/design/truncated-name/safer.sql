CREATE TABLE thing (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, total integer NOT NULL);
CREATE INDEX thing_total_idx ON thing (total);
