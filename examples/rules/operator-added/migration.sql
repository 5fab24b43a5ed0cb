CREATE OPERATOR === (FUNCTION = is_like, LEFTARG = text, RIGHTARG = text);
