CREATE TABLE customer (
  id bigint PRIMARY KEY,
  name varchar(50) UNIQUE,
  balance numeric(10,2),
  seen timestamp(3)
);
