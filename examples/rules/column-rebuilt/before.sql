CREATE TABLE orders (id bigint PRIMARY KEY, amount int NOT NULL DEFAULT 0);
