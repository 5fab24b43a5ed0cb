CREATE TABLE vehicle (id bigint PRIMARY KEY);
CREATE TABLE lorry (load integer NOT NULL, PRIMARY KEY (id)) INHERITS (vehicle);
