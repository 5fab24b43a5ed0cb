CREATE TABLE job (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, done boolean NOT NULL, due timestamptz NOT NULL);
CREATE INDEX job_open_idx ON job (due) WHERE NOT done;
