-- SHOP-11: money in, parcels out.
-- Several payments per order are normal (a declined card, then another one), several parcels too.

CREATE TYPE payment_method AS ENUM ('card', 'invoice');

CREATE TABLE payment (
    id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id     integer NOT NULL REFERENCES customer_order (id) ON DELETE RESTRICT,
    method       payment_method NOT NULL,
    amount       numeric(10, 2) NOT NULL,
    provider_ref varchar(64) UNIQUE,
    created_at   timestamptz NOT NULL DEFAULT now(),
    captured_at  timestamptz,
    CONSTRAINT payment_amount_check CHECK (amount <> 0)
);
CREATE INDEX payment_order_id_idx ON payment (order_id);

CREATE TABLE shipment (
    id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id     integer NOT NULL REFERENCES customer_order (id) ON DELETE RESTRICT,
    carrier      varchar(30) NOT NULL,
    tracking     varchar(40),
    shipped_at   timestamptz,
    delivered_at timestamptz,
    CONSTRAINT shipment_delivered_after_shipped CHECK (delivered_at >= shipped_at)
);
CREATE INDEX shipment_order_id_idx ON shipment (order_id);

COMMENT ON TABLE payment IS 'One attempt to move money. A refund is a payment with a negative amount.';
COMMENT ON COLUMN payment.amount IS 'Euro. Negative for a refund, never zero.';
COMMENT ON COLUMN payment.provider_ref IS 'What the payment provider calls it; needed for every dispute.';
COMMENT ON COLUMN payment.captured_at IS 'When the money was really ours. Null: declined or still open.';
COMMENT ON TABLE shipment IS 'One parcel.';
COMMENT ON COLUMN shipment.tracking IS 'Number that the carrier printed on the label.';
COMMENT ON COLUMN payment.method IS 'How the customer wanted to pay.';
COMMENT ON COLUMN shipment.carrier IS 'Short name of the carrier, as on the invoice it sends us.';
COMMENT ON COLUMN shipment.delivered_at IS 'As told by the carrier; some never tell.';
