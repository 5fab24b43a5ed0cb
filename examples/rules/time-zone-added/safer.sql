ALTER TABLE event ADD COLUMN happened_new timestamptz;
-- next migration
UPDATE event SET happened_new = happened AT TIME ZONE 'UTC';
-- next migration
ALTER TABLE event DROP COLUMN happened;
ALTER TABLE event RENAME COLUMN happened_new TO happened;
