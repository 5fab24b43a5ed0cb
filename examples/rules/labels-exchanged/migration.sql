ALTER TABLE orders ALTER COLUMN state TYPE status2 USING state::text::status2;
