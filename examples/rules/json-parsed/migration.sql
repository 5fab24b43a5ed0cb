ALTER TABLE message ALTER COLUMN body TYPE jsonb;
