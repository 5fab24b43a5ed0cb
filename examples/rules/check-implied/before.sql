CREATE TABLE orders (id bigint PRIMARY KEY, amount int CONSTRAINT not_negative CHECK (amount >= 0));
