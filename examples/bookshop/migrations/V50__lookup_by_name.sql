-- SHOP-348: "find as you type" for authors, whatever the case; and trigrams for titles with a typo.
-- The index on titles is big, so it comes alone and concurrently in the next file.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE INDEX author_name_lower_idx ON author (lower(name) text_pattern_ops);
