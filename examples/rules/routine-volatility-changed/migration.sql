ALTER FUNCTION discount(integer) IMMUTABLE;
