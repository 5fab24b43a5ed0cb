-- SHOP-348: "Hary Poter" must find something. See V50.

CREATE INDEX CONCURRENTLY book_title_trgm_idx ON book USING gin (lower(title) gin_trgm_ops);
