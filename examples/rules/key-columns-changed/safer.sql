CREATE UNIQUE INDEX CONCURRENTLY book_key_new ON book (isbn, edition);
-- next migration
ALTER TABLE book ADD CONSTRAINT book_key_new UNIQUE USING INDEX book_key_new;
-- next migration
ALTER TABLE book DROP CONSTRAINT book_key;
ALTER TABLE book RENAME CONSTRAINT book_key_new TO book_key;
