-- Takes promotions back. Nothing outside of these two tables knows of them.
-- Orders keep the price they were placed with, so no order changes.

DROP TABLE book_promotion;
DROP TABLE promotion;
DROP EXTENSION btree_gist;
