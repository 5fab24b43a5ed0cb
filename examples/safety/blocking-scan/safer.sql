SET LOCAL lock_timeout = '5s';
ALTER TABLE reading_2024 ADD CONSTRAINT reading_2024_days
  CHECK (taken_on >= '2024-01-01' AND taken_on < '2025-01-01') NOT VALID;
-- next migration
ALTER TABLE reading_2024 VALIDATE CONSTRAINT reading_2024_days;
-- next migration
SET LOCAL lock_timeout = '5s';
ALTER TABLE reading ATTACH PARTITION reading_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
