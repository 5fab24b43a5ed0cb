-- SHOP-344: published_on has been a timestamp since the first day, and it should not have been: it was
-- midnight in Berlin for some imports, midnight UTC for others, and 23:00 of the day before in between.
-- A book comes out on a day. The time of day is lost for good; we looked, and it never meant anything.

-- Made again by R__book_listing.sql, at the end of the same run.
DROP VIEW IF EXISTS book_listing;

ALTER TABLE book ALTER COLUMN published_on TYPE date USING published_on::date;
