CREATE TABLE person (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "lastName" text NOT NULL, city text NOT NULL, street text NOT NULL);
