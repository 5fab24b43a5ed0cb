-- SHOP-108: carts move from the web session into the database, so that a cart filled on the phone is
-- there at the desk. Unlogged: three times the writes per second, and after a crash an empty cart is
-- something people forgive. Orders are never made from here without asking the customer.

CREATE UNLOGGED TABLE cart (
    id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    customer_id integer REFERENCES customer (id) ON DELETE CASCADE,
    created_at  timestamptz NOT NULL DEFAULT now(),
    expires_at  timestamptz NOT NULL DEFAULT now() + interval '7 days'
);
CREATE INDEX cart_customer_id_idx ON cart (customer_id);
CREATE INDEX cart_expires_at_idx ON cart (expires_at);

CREATE UNLOGGED TABLE cart_line (
    cart_id  uuid NOT NULL REFERENCES cart (id) ON DELETE CASCADE,
    book_id  integer NOT NULL REFERENCES book (id) ON DELETE CASCADE,
    quantity smallint NOT NULL DEFAULT 1,
    PRIMARY KEY (cart_id, book_id),
    CONSTRAINT cart_line_quantity_check CHECK (quantity BETWEEN 1 AND 99)
);

COMMENT ON TABLE cart IS 'A cart that has not become an order. Unlogged: empty after a crash.';
COMMENT ON COLUMN cart.customer_id IS 'Null until the visitor logs in.';
COMMENT ON COLUMN cart.expires_at IS 'The nightly job deletes what is older.';
COMMENT ON COLUMN cart_line.quantity IS 'At most 99; schools call us instead.';
