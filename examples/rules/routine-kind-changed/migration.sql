DROP FUNCTION tidy(integer);
CREATE PROCEDURE tidy(days integer) LANGUAGE plpgsql AS 'BEGIN PERFORM days; END';
