CREATE FUNCTION is_like(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT lower($1) = lower($2) $$;
CREATE OPERATOR === (FUNCTION = is_like, LEFTARG = text, RIGHTARG = text);
