ALTER DOMAIN email ADD CONSTRAINT email_at_new CHECK (VALUE LIKE '%@%.%') NOT VALID;
-- next migration
ALTER DOMAIN email VALIDATE CONSTRAINT email_at_new;
-- next migration
ALTER DOMAIN email DROP CONSTRAINT email_at;
ALTER DOMAIN email RENAME CONSTRAINT email_at_new TO email_at;
