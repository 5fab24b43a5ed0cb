CREATE TYPE mood AS ENUM ('sad', 'glad');
CREATE FUNCTION mood_of(text) RETURNS mood LANGUAGE sql IMMUTABLE AS $$ SELECT CASE $1 WHEN '' THEN 'sad'::mood ELSE 'glad' END $$;
CREATE TABLE visit (id bigint PRIMARY KEY, felt mood);
CREATE CAST (text AS mood) WITH FUNCTION mood_of(text) AS ASSIGNMENT;
