-- SHOP-252: returns get a process instead of a mail thread. A customer returns copies of one line; the
-- hall decides on arrival whether they go back on the shelf. One open request per line is enough.

CREATE TABLE return_request (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id     integer NOT NULL,
    line_no      smallint NOT NULL,
    quantity     smallint NOT NULL DEFAULT 1,
    reason       varchar(30) NOT NULL,
    requested_at timestamptz NOT NULL DEFAULT now(),
    received_at  timestamptz,
    restocked    boolean,
    closed_at    timestamptz,
    CONSTRAINT return_request_line_fkey FOREIGN KEY (order_id, line_no)
        REFERENCES order_line (order_id, line_no) ON DELETE RESTRICT,
    CONSTRAINT return_request_quantity_check CHECK (quantity > 0),
    CONSTRAINT return_request_reason_check CHECK (reason IN ('damaged', 'wrong_book', 'not_as_described', 'changed_mind'))
);
CREATE UNIQUE INDEX return_request_one_open_idx ON return_request (order_id, line_no) WHERE closed_at IS NULL;

COMMENT ON TABLE return_request IS 'A customer wants to give back copies of one line of an order.';
COMMENT ON COLUMN return_request.received_at IS 'When the parcel came back to the hall.';
COMMENT ON COLUMN return_request.restocked IS 'Null until looked at. False: damaged, goes to the charity box.';
COMMENT ON COLUMN return_request.quantity IS 'Copies to come back, at most those of the line.';
COMMENT ON COLUMN return_request.reason IS 'As chosen by the customer. "damaged" and "wrong_book" cost no postage.';
