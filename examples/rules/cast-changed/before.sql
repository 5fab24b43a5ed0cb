CREATE TYPE mood AS ENUM ('sad', 'glad');
CREATE TABLE visit (id bigint PRIMARY KEY, felt mood);
CREATE CAST (text AS mood) WITH INOUT AS IMPLICIT;
