CREATE FUNCTION is_alike(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT trim($1) = trim($2) $$;
DROP OPERATOR === (text, text);
CREATE OPERATOR === (FUNCTION = is_alike, LEFTARG = text, RIGHTARG = text, RESTRICT = eqsel);
