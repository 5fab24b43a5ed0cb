CREATE TABLE country (id bigint PRIMARY KEY, code char(5));
