ALTER TABLE event ALTER COLUMN happened TYPE timestamp(0);
