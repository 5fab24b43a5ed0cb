CREATE TABLE place (id bigint PRIMARY KEY, rank integer, CONSTRAINT place_rank UNIQUE (rank));
