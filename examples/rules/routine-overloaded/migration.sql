CREATE OR REPLACE FUNCTION discount(total integer, percent integer DEFAULT 10) RETURNS integer
  LANGUAGE sql AS 'SELECT total * percent / 100';
