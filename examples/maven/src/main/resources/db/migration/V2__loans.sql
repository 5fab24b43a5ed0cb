-- Who has which book, and until when.
CREATE TABLE loan (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  book_id bigint NOT NULL REFERENCES book,
  reader text NOT NULL,
  due date NOT NULL
);
CREATE INDEX loan_book ON loan (book_id);
COMMENT ON TABLE loan IS 'One book that somebody has taken home.';
