CREATE TABLE form (id bigint PRIMARY KEY, answers jsonb NOT NULL);
