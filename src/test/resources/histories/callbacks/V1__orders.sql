-- Orders come first.
CREATE TABLE orders (
  id integer PRIMARY KEY,
  placed_on date
);
