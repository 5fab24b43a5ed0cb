CREATE FUNCTION reset() RETURNS integer LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS 'SELECT 1';
