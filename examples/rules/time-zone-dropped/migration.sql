SET timezone = 'Europe/Paris';
ALTER TABLE event ALTER COLUMN happened TYPE timestamp;
