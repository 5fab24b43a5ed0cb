-- Bodies in the manner of the SQL standard, which Flyway and the driver part differently.
CREATE FUNCTION squeezed(text, text) RETURNS text
    LANGUAGE SQL IMMUTABLE
    RETURNS NULL ON NULL INPUT
    RETURN trim(BOTH $2 FROM regexp_replace(coalesce($1, ''), '[^a-z\d:]', $2, 'g'));

CREATE FUNCTION searched(text) RETURNS text
    LANGUAGE SQL IMMUTABLE
    RETURN CASE WHEN squeezed($1, '') = '' THEN '' ELSE squeezed($1, ':') || ':*' END;

CREATE TABLE counter (id int PRIMARY KEY, n int NOT NULL);

CREATE FUNCTION counted() RETURNS bigint LANGUAGE SQL
BEGIN ATOMIC
    SELECT count(*) FROM counter;
END;
