CREATE FUNCTION discount(total integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 / 10';
