CREATE TYPE status AS ENUM ('new', 'paid');
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE TYPE money_amount AS (amount numeric, currency text);
CREATE TYPE price_range AS RANGE (subtype = numeric);
