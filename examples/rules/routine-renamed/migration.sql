ALTER FUNCTION discount(integer) RENAME TO rebate;
