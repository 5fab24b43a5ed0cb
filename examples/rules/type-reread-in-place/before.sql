CREATE TABLE network (id bigint PRIMARY KEY, block cidr NOT NULL);
