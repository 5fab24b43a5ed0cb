CREATE TABLE orders (id bigint PRIMARY KEY, net int NOT NULL, vat int NOT NULL, total int GENERATED ALWAYS AS (net + vat) STORED);
