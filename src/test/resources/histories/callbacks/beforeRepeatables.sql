CREATE TABLE before_repeatables AS SELECT count(*) AS number FROM ran;
