CREATE TABLE log (id serial PRIMARY KEY);
ALTER TABLE log ALTER COLUMN id TYPE bigint;
ALTER SEQUENCE log_id_seq AS bigint;
