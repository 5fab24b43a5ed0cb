ALTER OPERATOR === (text, text) SET SCHEMA tools;
