CREATE FUNCTION tidy(days integer) RETURNS void LANGUAGE plpgsql AS 'BEGIN PERFORM days; END';
