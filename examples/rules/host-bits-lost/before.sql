CREATE TABLE host (id bigint PRIMARY KEY, address inet);
