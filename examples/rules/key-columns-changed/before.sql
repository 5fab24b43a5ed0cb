CREATE TABLE book (id bigint PRIMARY KEY, isbn text, edition integer, CONSTRAINT book_key UNIQUE (isbn));
