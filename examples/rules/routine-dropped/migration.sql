DROP FUNCTION discount(integer);
