ALTER TABLE event ALTER COLUMN happened TYPE date;
