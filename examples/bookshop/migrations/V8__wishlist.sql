-- SHOP-36: a wish list. One per customer, so the list itself needs no row: the items are the list.

CREATE TABLE wishlist_item (
    customer_id integer NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    book_id     integer NOT NULL REFERENCES book (id) ON DELETE CASCADE,
    added_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (customer_id, book_id)
);
CREATE INDEX wishlist_item_book_id_idx ON wishlist_item (book_id);

COMMENT ON COLUMN wishlist_item.added_at IS 'The list shows the newest wish first.';
