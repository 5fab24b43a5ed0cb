CREATE TABLE job (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, done boolean NOT NULL, due timestamptz NOT NULL);
CREATE INDEX job_done_idx ON job (done);
