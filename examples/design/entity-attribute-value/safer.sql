CREATE TABLE product (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, colour text, weight_grams integer, more jsonb NOT NULL DEFAULT '{}');
