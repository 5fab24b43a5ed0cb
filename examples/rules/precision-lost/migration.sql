ALTER TABLE reading ALTER COLUMN amount TYPE double precision;
