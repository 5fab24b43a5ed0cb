DROP FUNCTION discount(integer);
CREATE FUNCTION discount(amount integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 / 10';
