CREATE TABLE person (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, last_name text NOT NULL, city text NOT NULL, street text NOT NULL);
