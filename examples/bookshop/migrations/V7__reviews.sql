-- SHOP-31: customers may review what they have read, once per book.
-- Nothing goes public unread: the first week of the beta taught us what "pending" is for. (Priya)

CREATE TYPE review_status AS ENUM ('pending', 'published', 'rejected');

CREATE TABLE review (
    id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    book_id     integer NOT NULL REFERENCES book (id) ON DELETE CASCADE,
    customer_id integer NOT NULL REFERENCES customer (id) ON DELETE RESTRICT,
    rating      smallint NOT NULL,
    headline    varchar(120),
    body        text,
    status      review_status NOT NULL DEFAULT 'pending',
    created_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT review_rating_check CHECK (rating BETWEEN 1 AND 5),
    CONSTRAINT review_once_per_book UNIQUE (book_id, customer_id)
);
CREATE INDEX review_customer_id_idx ON review (customer_id);
CREATE INDEX review_published_idx ON review (book_id, created_at DESC) WHERE status = 'published';

CREATE TABLE review_vote (
    review_id   integer NOT NULL REFERENCES review (id) ON DELETE CASCADE,
    customer_id integer NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    helpful     boolean NOT NULL,
    PRIMARY KEY (review_id, customer_id)
);
CREATE INDEX review_vote_customer_id_idx ON review_vote (customer_id);

COMMENT ON TABLE review IS 'What one customer thinks of one book.';
COMMENT ON COLUMN review.rating IS 'Stars, 1 to 5. No half stars.';
COMMENT ON COLUMN review.body IS 'Plain text. Without it the review is a mere rating.';
COMMENT ON COLUMN review.status IS 'Only published reviews are ever shown or counted.';
COMMENT ON COLUMN review.headline IS 'Optional, shown in bold.';
COMMENT ON COLUMN review_vote.helpful IS 'False is a vote too: "not helpful".';
