CREATE OR REPLACE FUNCTION discount(total integer) RETURNS integer LANGUAGE sql AS '
  SELECT total / 10
';
