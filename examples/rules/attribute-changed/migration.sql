ALTER TYPE price ALTER ATTRIBUTE amount TYPE numeric;
