-- SHOP-258: crime readers ask for one thing only: what comes next? Series, and the volume in them.
-- The volume is unique per series, but deferrable: publishers insert a volume 2 between 1 and 3, and
-- then everything after it moves up within one transaction.

CREATE TABLE series (
    id   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(120) NOT NULL
);

ALTER TABLE book ADD COLUMN series_id integer REFERENCES series (id) ON DELETE SET NULL;
ALTER TABLE book ADD COLUMN volume smallint;
ALTER TABLE book
    ADD CONSTRAINT book_volume_per_series UNIQUE (series_id, volume, format) DEFERRABLE INITIALLY DEFERRED;

-- The first import of series left three books without a title. Never again; it is only a line. (Ewa)
ALTER TABLE book ADD CONSTRAINT book_title_check CHECK (title <> '');

COMMENT ON TABLE series IS 'Books with numbers on their backs.';
COMMENT ON COLUMN book.volume IS 'Number within the series. Null for companions and box sets.';
COMMENT ON COLUMN series.name IS 'As on the cover, without "series".';
