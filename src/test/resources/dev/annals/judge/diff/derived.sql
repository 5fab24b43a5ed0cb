-- Added enum public.mood
-- Added table public.owner
-- Added routine public.touch()
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE owner (id serial PRIMARY KEY, label varchar(20));
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
----
-- Added table public.t
-- Added view public.v
-- Added view public.w
CREATE TABLE t (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  a varchar(50) DEFAULT 'x',
  b integer NOT NULL UNIQUE,
  twice integer GENERATED ALWAYS AS (b * 2) STORED,
  feeling mood DEFAULT 'ok',
  owner_id integer REFERENCES owner (id),
  CONSTRAINT a_short CHECK (length(a) < 40 AND b > 0),
  CONSTRAINT a_known CHECK (a IN ('x', 'y')),
  CONSTRAINT b_alone EXCLUDE USING btree (b WITH =)
);
CREATE INDEX t_lower ON t (lower(a)) WHERE b > 3;
CREATE INDEX t_b ON t (b DESC) INCLUDE (a);
CREATE STATISTICS t_stat ON a, b FROM t;
CREATE VIEW v AS SELECT t.id, t.b, b + 1 AS more, t.a AS named FROM t JOIN owner o ON o.id = t.owner_id WHERE t.b > 1;
CREATE VIEW w AS SELECT x.b FROM t x WHERE x.feeling = 'ok';
CREATE TRIGGER t_touch BEFORE UPDATE OF b ON t FOR EACH ROW WHEN (NEW.b > 0) EXECUTE FUNCTION touch();
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY t_mine ON t USING (b > 0 AND owner_id IN (SELECT id FROM owner)) WITH CHECK (b > 5);
CREATE RULE t_log AS ON DELETE TO t WHERE old.b = 7 DO ALSO UPDATE owner SET label = 'gone' WHERE id = old.b;
GRANT SELECT ON t TO public;
GRANT UPDATE (b) ON t TO public;
----
-- Added routine public.sum_of(integer)
CREATE FUNCTION sum_of(i integer) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT sum(t.b) FROM t WHERE t.id > i; END;
----
-- Renamed column public.t.bb was public.t.b
ALTER TABLE t RENAME COLUMN b TO bb;
----
-- Renamed table public.tt was public.t
ALTER TABLE t RENAME TO tt;
----
-- Renamed column public.tt.Odd one was public.tt.bb
ALTER TABLE tt RENAME COLUMN bb TO "Odd one";
----
-- Renamed column public.tt.b was public.tt.Odd one
ALTER TABLE tt RENAME COLUMN "Odd one" TO b;
----
-- Renamed enum public.temper was public.mood
ALTER TYPE mood RENAME TO temper;
----
-- Renamed enum value public.temper.fine was public.temper.ok
ALTER TYPE temper RENAME VALUE 'ok' TO 'fine';
----
-- Renamed routine public.touched() was public.touch()
ALTER FUNCTION touch() RENAME TO touched;
----
-- Renamed sequence public.owner_numbers was public.owner_id_seq
ALTER SEQUENCE owner_id_seq RENAME TO owner_numbers;
----
-- Added schema app
CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app TO public;
----
-- Renamed table app.owner was public.owner
-- Renamed sequence app.owner_numbers was public.owner_numbers
ALTER TABLE owner SET SCHEMA app;
----
-- Renamed schema core was app
ALTER SCHEMA app RENAME TO core;
----
-- Renamed trigger public.tt.t_stamp was public.tt.t_touch
ALTER TRIGGER t_touch ON tt RENAME TO t_stamp;
----
-- Dropped statistics public.tt.t_stat
-- Dropped view public.v
DROP VIEW v;
DROP STATISTICS t_stat;
----
-- Altered column public.tt.a type: character varying(50) > text.
ALTER TABLE tt ALTER COLUMN a TYPE text;
----
-- Dropped check constraint public.tt.a_known
-- Altered check constraint public.tt.a_short expression: ((length(a) < 40) AND (b > 0)) > (length(a) < 41).
ALTER TABLE tt DROP CONSTRAINT a_known, DROP CONSTRAINT a_short;
ALTER TABLE tt ADD CONSTRAINT a_short CHECK (length(a) < 41);
----
-- Added table public.part
-- Added table public.whole
CREATE TABLE whole (id integer PRIMARY KEY, at date CHECK (at > '2020-01-01')) PARTITION BY RANGE (id);
CREATE TABLE part PARTITION OF whole FOR VALUES FROM (1) TO (10);
CREATE INDEX ON whole (at);
----
-- Altered table public.part kind: partition > table.
-- Altered table public.part partition of: public.whole > .
-- Altered table public.part partition bound: FOR VALUES FROM (1) TO (10) > .
ALTER TABLE whole DETACH PARTITION part;
----
-- Added table public.day
-- Added table public.day_1
-- Added table public.day_1_0
-- Added table public.heir
-- Added table public.root
CREATE TABLE day (id int, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE day_1 PARTITION OF day FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') PARTITION BY HASH (id);
CREATE TABLE day_1_0 PARTITION OF day_1 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE TABLE root (id int, x int);
CREATE TABLE heir (own int) INHERITS (root);
----
-- Renamed column public.day.no was public.day.id
-- Added column public.day.note
-- Altered column public.root.x type: integer > bigint.
ALTER TABLE day RENAME COLUMN id TO no;
ALTER TABLE day ADD COLUMN note text;
ALTER TABLE root ALTER COLUMN x TYPE bigint;
----
-- Dropped column public.day.note
-- Altered column public.heir.x comment:  > same.
-- Altered column public.root.x comment:  > same.
ALTER TABLE day DROP COLUMN note;
COMMENT ON COLUMN root.x IS 'same';
COMMENT ON COLUMN heir.x IS 'same';
