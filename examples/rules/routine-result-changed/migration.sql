DROP FUNCTION discount(integer);
CREATE FUNCTION discount(total integer) RETURNS numeric LANGUAGE sql AS 'SELECT total / 10.0';
