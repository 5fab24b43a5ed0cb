-- SHOP-58: the feed for the price portals wants "changed since". A trigger, because three programs
-- write to book and two of them are not ours.

ALTER TABLE book ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX book_updated_at_idx ON book (updated_at);

CREATE FUNCTION touch_updated_at() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION touch_updated_at() IS 'Sets updated_at. For any table that has such a column.';

CREATE TRIGGER book_touch
    BEFORE UPDATE ON book
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

COMMENT ON COLUMN book.updated_at IS 'Set by a trigger, do not write it.';
