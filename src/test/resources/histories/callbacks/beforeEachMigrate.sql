INSERT INTO ran (what) SELECT 'before ' || count(*) FROM flyway_schema_history;
