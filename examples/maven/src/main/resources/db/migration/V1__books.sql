-- A book is on the shelf once for each copy that we own.
CREATE TABLE book (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  title text NOT NULL,
  author text NOT NULL,
  shelf text
);
COMMENT ON TABLE book IS 'One copy of a book.';
