CREATE TABLE message (id bigint PRIMARY KEY, body json);
