-- SHOP-4: the shelves of the shop. A tree, because "Crime > Nordic" must also show up under Crime.
-- A plain parent_id is enough for some 200 shelves; ltree felt like a toy we would have to explain.

CREATE TABLE category (
    id        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent_id integer REFERENCES category (id) ON DELETE RESTRICT,
    slug      varchar(60) NOT NULL UNIQUE,
    name      varchar(60) NOT NULL,
    position  smallint NOT NULL DEFAULT 0,
    CONSTRAINT category_not_its_own_parent CHECK (parent_id <> id)
);
CREATE INDEX category_parent_id_idx ON category (parent_id);

CREATE TABLE book_category (
    book_id     integer NOT NULL REFERENCES book (id) ON DELETE CASCADE,
    category_id integer NOT NULL REFERENCES category (id) ON DELETE RESTRICT,
    PRIMARY KEY (book_id, category_id)
);
CREATE INDEX book_category_category_id_idx ON book_category (category_id);

COMMENT ON TABLE category IS 'A shelf of the shop, as the customer sees it in the menu. A tree.';
COMMENT ON COLUMN category.parent_id IS 'The shelf above; null for the top of the menu.';
COMMENT ON COLUMN category.slug IS 'Part of the address of the page. Printed in catalogues: never reuse one.';
COMMENT ON TABLE book_category IS 'Which book stands on which shelf. A book may stand on several.';

INSERT INTO category (slug, name, position) VALUES
    ('fiction', 'Fiction', 1),
    ('crime', 'Crime', 2),
    ('children', 'Children', 3),
    ('non-fiction', 'Non-fiction', 4);

COMMENT ON COLUMN category.name IS 'As in the menu.';
COMMENT ON COLUMN category.position IS 'Order among the shelves with the same parent.';
