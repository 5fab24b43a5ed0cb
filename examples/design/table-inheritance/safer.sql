CREATE TABLE vehicle (id bigint PRIMARY KEY);
CREATE TABLE lorry (id bigint PRIMARY KEY REFERENCES vehicle, load integer NOT NULL);
