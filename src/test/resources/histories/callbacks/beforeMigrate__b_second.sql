INSERT INTO ran (what) VALUES ('second');
CREATE TABLE after_second AS SELECT count(*) AS ran FROM ran;
