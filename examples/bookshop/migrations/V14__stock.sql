-- SHOP-71: stock is what the movements add up to. The ledger (stock_movement) is the truth and only
-- ever grows; stock_item is its running sum, kept by a trigger so that the shop can read it fast.
-- The ledger is partitioned by month: we keep ten years, and ask about the last eight weeks.

CREATE TYPE warehouse.movement_reason AS ENUM ('receipt', 'pick', 'return', 'count', 'transfer');

CREATE TYPE warehouse.package_size AS (
    length_mm integer,
    width_mm  integer,
    height_mm integer
);
COMMENT ON TYPE warehouse.package_size IS 'Outer size of one wrapped copy.';

ALTER TABLE book ADD COLUMN package_size warehouse.package_size;
ALTER TABLE book ADD COLUMN weight_g integer;
COMMENT ON COLUMN book.package_size IS 'Measured at the first receipt. Null until then.';
COMMENT ON COLUMN book.weight_g IS 'Weighed at the first receipt, grams.';

CREATE TABLE warehouse.stock_item (
    book_id    integer NOT NULL REFERENCES public.book (id) ON DELETE RESTRICT,
    bin_id     integer NOT NULL REFERENCES warehouse.bin (id) ON DELETE RESTRICT,
    quantity   integer NOT NULL DEFAULT 0,
    counted_at timestamptz,
    PRIMARY KEY (book_id, bin_id),
    CONSTRAINT stock_item_quantity_check CHECK (quantity >= 0)
);
CREATE INDEX stock_item_bin_id_idx ON warehouse.stock_item (bin_id);

CREATE TABLE warehouse.stock_movement (
    id        bigint GENERATED ALWAYS AS IDENTITY,
    moved_at  timestamptz NOT NULL DEFAULT now(),
    book_id   integer NOT NULL REFERENCES public.book (id) ON DELETE RESTRICT,
    bin_id    integer NOT NULL REFERENCES warehouse.bin (id) ON DELETE RESTRICT,
    delta     integer NOT NULL,
    reason    warehouse.movement_reason NOT NULL,
    reference varchar(40),
    PRIMARY KEY (id, moved_at),
    CONSTRAINT stock_movement_delta_check CHECK (delta <> 0)
) PARTITION BY RANGE (moved_at);
CREATE INDEX stock_movement_book_id_idx ON warehouse.stock_movement (book_id, moved_at);
CREATE INDEX stock_movement_bin_id_idx ON warehouse.stock_movement (bin_id);

CREATE TABLE warehouse.stock_movement_2024_07 PARTITION OF warehouse.stock_movement
    FOR VALUES FROM ('2024-07-01 00:00:00+00') TO ('2024-08-01 00:00:00+00');
CREATE TABLE warehouse.stock_movement_2024_08 PARTITION OF warehouse.stock_movement
    FOR VALUES FROM ('2024-08-01 00:00:00+00') TO ('2024-09-01 00:00:00+00');
CREATE TABLE warehouse.stock_movement_2024_09 PARTITION OF warehouse.stock_movement
    FOR VALUES FROM ('2024-09-01 00:00:00+00') TO ('2024-10-01 00:00:00+00');

CREATE FUNCTION warehouse.apply_movement() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO warehouse.stock_item (book_id, bin_id, quantity)
    VALUES (NEW.book_id, NEW.bin_id, NEW.delta)
    ON CONFLICT (book_id, bin_id)
        DO UPDATE SET quantity = warehouse.stock_item.quantity + NEW.delta;
    RETURN NULL;
END
$$;

CREATE TRIGGER stock_movement_apply
    AFTER INSERT ON warehouse.stock_movement
    FOR EACH ROW EXECUTE FUNCTION warehouse.apply_movement();

COMMENT ON TABLE warehouse.stock_item IS 'Copies of one book in one bin: the running sum of stock_movement.';
COMMENT ON COLUMN warehouse.stock_item.quantity IS 'Kept by a trigger on stock_movement. Do not write it.';
COMMENT ON COLUMN warehouse.stock_item.counted_at IS 'Last time somebody counted by hand.';
COMMENT ON TABLE warehouse.stock_movement IS 'The ledger of the warehouse. Append only.';
COMMENT ON COLUMN warehouse.stock_movement.delta IS 'Copies in (positive) or out (negative).';
COMMENT ON COLUMN warehouse.stock_movement.reference IS 'Order number, purchase order or counting sheet, by reason.';
COMMENT ON COLUMN warehouse.stock_movement.moved_at IS 'When it happened in the hall, not when it was typed in.';
COMMENT ON COLUMN warehouse.stock_movement.reason IS 'Why copies moved; decides what reference means.';
