ALTER TABLE book DROP CONSTRAINT book_key;
ALTER TABLE book ADD CONSTRAINT book_key UNIQUE (isbn, edition);
