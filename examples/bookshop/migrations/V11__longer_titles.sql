-- SHOP-52: fifty characters were optimistic. "The Hundred-Year-Old Man Who Climbed Out of the Window
-- and Disappeared" is a real title, and we have been selling it without its ending.
-- The subtitle gets a column of its own, the import had been gluing it on with a colon.

ALTER TABLE book ALTER COLUMN title TYPE varchar(200);
ALTER TABLE book ADD COLUMN subtitle varchar(200);

COMMENT ON COLUMN book.subtitle IS 'Without the colon.';
