CREATE TYPE price AS (amount integer, currency text);
