ALTER TABLE message ADD COLUMN body_new jsonb;
-- next migration
UPDATE message SET body_new = body::jsonb;
-- next migration
ALTER TABLE message DROP COLUMN body;
ALTER TABLE message RENAME COLUMN body_new TO body;
