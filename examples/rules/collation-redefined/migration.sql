DROP COLLATION no_case;
CREATE COLLATION no_case (provider = icu, locale = 'und-u-ks-level1', deterministic = false);
