-- A loan that is over stays, with the day on which the book came back.
ALTER TABLE loan ADD COLUMN returned date;
CREATE INDEX book_on_shelf ON book (shelf);
