ALTER TYPE price ADD ATTRIBUTE taxed boolean;
