DROP OPERATOR === (text, text);
