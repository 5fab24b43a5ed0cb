-- SHOP-84, hotfix: nobody can pick. "new row violates check constraint stock_item_quantity_check".
-- ON CONFLICT checks the row it would insert before it looks for the conflict, and that row has the
-- bare negative delta. So: update first, insert only where there is no row yet. Sorry, hall. (Tomás)

CREATE OR REPLACE FUNCTION warehouse.apply_movement() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    UPDATE warehouse.stock_item
    SET quantity = quantity + NEW.delta
    WHERE book_id = NEW.book_id AND bin_id = NEW.bin_id;
    IF NOT FOUND THEN
        INSERT INTO warehouse.stock_item (book_id, bin_id, quantity)
        VALUES (NEW.book_id, NEW.bin_id, NEW.delta);
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION warehouse.apply_movement() IS 'Adds a movement to the running sum. Update first: see V19.';
