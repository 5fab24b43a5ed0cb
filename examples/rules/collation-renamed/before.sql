CREATE COLLATION no_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE customer (id bigint PRIMARY KEY, mail text COLLATE no_case UNIQUE);
