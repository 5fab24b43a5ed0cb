CREATE TABLE price (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  article text NOT NULL,
  region text,
  cents integer NOT NULL,
  UNIQUE NULLS NOT DISTINCT (article, region)
);
