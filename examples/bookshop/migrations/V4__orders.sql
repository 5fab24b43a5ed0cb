-- SHOP-9: orders.
-- Prices are copied into the line on purpose: an order is a contract, and the catalogue moves on.
-- The order number is what people read out on the phone, so it has its own short sequence
-- and tells nobody how the primary key is counted.

CREATE TYPE order_status AS ENUM ('new', 'paid', 'shipped');

CREATE SEQUENCE order_number_seq AS bigint START WITH 10001;
COMMENT ON SEQUENCE order_number_seq IS 'Order numbers for humans. Gaps are fine, they are not invoice numbers.';

CREATE TABLE customer_order (
    id                  integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_number        bigint NOT NULL DEFAULT nextval('order_number_seq') UNIQUE,
    customer_id         integer NOT NULL REFERENCES customer (id) ON DELETE RESTRICT,
    status              order_status NOT NULL DEFAULT 'new',
    placed_at           timestamptz NOT NULL DEFAULT now(),
    shipping_address_id integer REFERENCES address (id) ON DELETE SET NULL,
    shipping_name       varchar(100),
    note                text
);
ALTER SEQUENCE order_number_seq OWNED BY customer_order.order_number;
CREATE INDEX customer_order_customer_id_idx ON customer_order (customer_id, placed_at DESC);
CREATE INDEX customer_order_shipping_address_id_idx ON customer_order (shipping_address_id);

CREATE TABLE order_line (
    order_id   integer NOT NULL REFERENCES customer_order (id) ON DELETE CASCADE,
    line_no    smallint NOT NULL,
    book_id    integer NOT NULL REFERENCES book (id) ON DELETE RESTRICT,
    quantity   smallint NOT NULL DEFAULT 1,
    unit_price numeric(10, 4) NOT NULL,
    PRIMARY KEY (order_id, line_no),
    CONSTRAINT order_line_quantity_check CHECK (quantity > 0)
);

COMMENT ON TABLE customer_order IS 'One order as the customer placed it. Called so because "order" is a reserved word.';
COMMENT ON COLUMN customer_order.order_number IS 'What the customer reads out on the phone.';
COMMENT ON COLUMN customer_order.status IS 'Where the order stands. Moves forward only.';
COMMENT ON COLUMN customer_order.shipping_name IS 'Name on the parcel, copied at the checkout.';
COMMENT ON COLUMN customer_order.note IS 'From the customer, to the packer: "please no plastic".';
COMMENT ON TABLE order_line IS 'One book in one order, at the price of that day.';
COMMENT ON COLUMN order_line.line_no IS 'Counted from 1 within the order.';
COMMENT ON COLUMN order_line.unit_price IS 'Price of one copy when the order was placed. Never updated.';
COMMENT ON COLUMN customer_order.placed_at IS 'The moment of the contract.';
COMMENT ON COLUMN customer_order.shipping_address_id IS 'Null when the customer has removed the address since.';
COMMENT ON COLUMN order_line.quantity IS 'Copies ordered. Returns do not change it.';
