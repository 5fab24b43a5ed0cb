-- SHOP-104: promotions. The one rule that matters: a book has one promotion at a time, otherwise the
-- price depends on which row is found first. An exclusion constraint says so better than any code
-- of ours; it needs btree_gist for the equality half.

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE promotion (
    id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code        varchar(30) NOT NULL UNIQUE,
    name        varchar(100) NOT NULL,
    percent_off numeric(4, 1) NOT NULL,
    CONSTRAINT promotion_percent_off_check CHECK (percent_off > 0 AND percent_off <= 90)
);

CREATE TABLE book_promotion (
    promotion_id integer NOT NULL REFERENCES promotion (id) ON DELETE CASCADE,
    book_id      integer NOT NULL REFERENCES book (id) ON DELETE CASCADE,
    period       daterange NOT NULL,
    PRIMARY KEY (promotion_id, book_id),
    CONSTRAINT book_promotion_period_check CHECK (NOT isempty(period)),
    CONSTRAINT book_promotion_no_overlap EXCLUDE USING gist (book_id WITH =, period WITH &&)
);

COMMENT ON TABLE promotion IS 'A reason to be cheaper for a while: "Nordic winter", "Mother''s day".';
COMMENT ON COLUMN promotion.percent_off IS 'Per cent off the price, before rounding to the cent.';
COMMENT ON TABLE book_promotion IS 'Which book takes part in which promotion, and when.';
COMMENT ON COLUMN book_promotion.period IS 'Days, upper bound excluded. Periods of one book never overlap.';
COMMENT ON COLUMN promotion.code IS 'For us and for links in mails; customers never type it.';
COMMENT ON COLUMN promotion.name IS 'What the customer reads next to the price.';
