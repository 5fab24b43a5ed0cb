-- SHOP-74: what we have ordered from suppliers, so that the shop can say "here in five days".
-- Purchase orders have a number of their own, suppliers insist on seven digits.

CREATE SEQUENCE warehouse.purchase_order_number_seq AS integer START WITH 4000001 MAXVALUE 4999999;

CREATE TABLE warehouse.purchase_order (
    id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number      integer NOT NULL DEFAULT nextval('warehouse.purchase_order_number_seq') UNIQUE,
    supplier_id integer NOT NULL REFERENCES warehouse.supplier (id) ON DELETE RESTRICT,
    site_id     smallint NOT NULL REFERENCES warehouse.site (id) ON DELETE RESTRICT,
    ordered_on  date NOT NULL DEFAULT CURRENT_DATE,
    expected_on date,
    received_at timestamptz,
    CONSTRAINT purchase_order_expected_later CHECK (expected_on >= ordered_on)
);
CREATE INDEX purchase_order_supplier_id_idx ON warehouse.purchase_order (supplier_id);
CREATE INDEX purchase_order_open_idx ON warehouse.purchase_order (site_id, expected_on) WHERE received_at IS NULL;

CREATE TABLE warehouse.purchase_order_line (
    purchase_order_id integer NOT NULL REFERENCES warehouse.purchase_order (id) ON DELETE CASCADE,
    book_id           integer NOT NULL REFERENCES public.book (id) ON DELETE RESTRICT,
    quantity          integer NOT NULL,
    unit_cost         numeric(10, 2) NOT NULL,
    PRIMARY KEY (purchase_order_id, book_id),
    CONSTRAINT purchase_order_line_quantity_check CHECK (quantity > 0)
);
CREATE INDEX purchase_order_line_book_id_idx ON warehouse.purchase_order_line (book_id);

COMMENT ON TABLE warehouse.purchase_order IS 'What we asked a supplier to deliver to one hall.';
COMMENT ON COLUMN warehouse.purchase_order.number IS 'Seven digits, as the suppliers'' systems want it.';
COMMENT ON COLUMN warehouse.purchase_order.expected_on IS 'As confirmed by the supplier. Null until confirmed.';
COMMENT ON COLUMN warehouse.purchase_order_line.unit_cost IS 'Net, after the supplier''s discount.';
COMMENT ON COLUMN warehouse.purchase_order.site_id IS 'Hall that takes the delivery.';
COMMENT ON COLUMN warehouse.purchase_order.received_at IS 'When the last pallet was checked in. Null: still open.';
