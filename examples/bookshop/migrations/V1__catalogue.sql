-- SHOP-1: the catalogue, what we sell.
-- One row of book is one thing with one ISBN on a shelf. The paperback and the hardcover of the
-- same novel are two rows: they have two prices, two weights and two places in the stock.
-- We do not model the "work" behind them until somebody needs it.

CREATE DOMAIN isbn13 AS text
    CONSTRAINT isbn13_format CHECK (VALUE ~ '^97[89][0-9]{10}$');
COMMENT ON DOMAIN isbn13 IS 'ISBN of 13 digits, without hyphens. The check digit is verified by the import, not here.';

CREATE TYPE book_format AS ENUM ('hardcover', 'paperback');

CREATE TABLE publisher (
    id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name    varchar(120) NOT NULL UNIQUE,
    website text
);

CREATE TABLE author (
    id        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name      varchar(120) NOT NULL,
    sort_name varchar(120) NOT NULL,
    born      smallint,
    biography text
);
CREATE INDEX author_sort_name_idx ON author (sort_name);

CREATE TABLE book (
    id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    isbn         isbn13 NOT NULL UNIQUE,
    title        varchar(50) NOT NULL,
    publisher_id integer NOT NULL REFERENCES publisher (id) ON DELETE RESTRICT,
    format       book_format NOT NULL DEFAULT 'paperback',
    price        numeric(10, 4) NOT NULL,
    pages        smallint,
    published_on timestamp,
    stock_count  integer NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT book_price_check CHECK (price >= 0),
    CONSTRAINT book_pages_check CHECK (pages > 0)
);
CREATE INDEX book_publisher_id_idx ON book (publisher_id);

CREATE TABLE book_author (
    book_id   integer NOT NULL REFERENCES book (id) ON DELETE CASCADE,
    author_id integer NOT NULL REFERENCES author (id) ON DELETE RESTRICT,
    part      text NOT NULL DEFAULT 'author',
    position  smallint NOT NULL DEFAULT 1,
    PRIMARY KEY (book_id, author_id, part),
    CONSTRAINT book_author_part_check CHECK (part IN ('author', 'editor', 'translator', 'illustrator'))
);
CREATE INDEX book_author_author_id_idx ON book_author (author_id);

COMMENT ON TABLE book IS 'One article with one ISBN. Paperback and hardcover of one novel are two books.';
COMMENT ON COLUMN book.isbn IS 'The identity of the article outside of this database.';
COMMENT ON COLUMN book.price IS 'Gross price in euro, as printed on the invoice.';
COMMENT ON COLUMN book.published_on IS 'Day of publication as told by the publisher; may lie in the future.';
COMMENT ON COLUMN book.stock_count IS 'Copies on the shelf.';
COMMENT ON TABLE author IS 'A person named on the cover, in whatever part.';
COMMENT ON COLUMN author.sort_name IS 'Family name first: "Le Guin, Ursula K.".';
COMMENT ON COLUMN author.born IS 'Year of birth; tells namesakes apart.';
COMMENT ON TABLE publisher IS 'The house on the imprint page. Imprints of one group are separate publishers.';
COMMENT ON COLUMN book_author.part IS 'What the person did for this book.';
COMMENT ON COLUMN book_author.position IS 'Order of the names on the cover, from 1.';
COMMENT ON COLUMN author.name IS 'As on the cover.';
COMMENT ON COLUMN book.publisher_id IS 'The imprint, not the group that owns it.';
COMMENT ON COLUMN book.format IS 'How it is bound. A different binding is a different book.';
COMMENT ON COLUMN book.created_at IS 'When the import saw it first.';
