CREATE TABLE thing (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, total integer NOT NULL);
CREATE INDEX thing_total_idx ON thing (total);
-- a name that the server has made up, and shortened
CREATE TABLE requisition_group_program_schedule (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  requisition_group_name text NOT NULL,
  program_name text NOT NULL,
  UNIQUE (requisition_group_name, program_name)
);
