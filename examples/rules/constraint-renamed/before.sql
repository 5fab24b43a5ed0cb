CREATE TABLE customer (id bigint PRIMARY KEY, email text CONSTRAINT email_key UNIQUE);
