CREATE TYPE price AS (amount numeric, currency text);
