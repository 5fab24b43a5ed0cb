CREATE TABLE person (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE match (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  home_id bigint NOT NULL REFERENCES person,
  guest_id bigint NOT NULL REFERENCES person,
  host_id bigint NOT NULL REFERENCES person,
  judge_id bigint NOT NULL REFERENCES person,
  winner_id bigint NOT NULL REFERENCES person
);
CREATE INDEX ON match (home_id);
CREATE INDEX ON match (guest_id);
CREATE INDEX ON match (host_id);
CREATE INDEX ON match (judge_id);
CREATE INDEX ON match (winner_id);
-- who did it; and the table's own name
ALTER TABLE match ADD created_by bigint NOT NULL REFERENCES person, ADD person bigint NOT NULL REFERENCES person;
CREATE INDEX ON match (created_by);
CREATE INDEX ON match (person);
