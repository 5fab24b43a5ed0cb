-- Statements that answer with rows stand between statements that do not.
CREATE TABLE item (id int PRIMARY KEY, name text);
INSERT INTO item VALUES (1, 'one; two') RETURNING id;
SELECT count(*) FROM item;
/* a comment; with a semicolon */ COMMENT ON TABLE item IS 'it''s; here';
SET search_path TO public;
DO $$ BEGIN EXECUTE 'CREATE INDEX item_name ON item (name)'; END $$;
UPDATE item SET name = 'ein' WHERE id = 1;
WITH gone AS (DELETE FROM item RETURNING *) SELECT * FROM gone;
COPY item (id, name) FROM stdin;
2	two
3	three
\.
ALTER TABLE item ADD COLUMN size int DEFAULT 1 NOT NULL;
