ALTER TABLE audit_line ADD COLUMN id bigint;
-- next migration
CREATE TEMP SEQUENCE numbers;
UPDATE audit_line SET id = nextval('numbers') WHERE id IS NULL;
ALTER TABLE audit_line ADD CONSTRAINT id_present CHECK (id IS NOT NULL) NOT VALID;
-- next migration
ALTER TABLE audit_line VALIDATE CONSTRAINT id_present;
-- next migration
ALTER TABLE audit_line ALTER COLUMN id SET NOT NULL;
ALTER TABLE audit_line DROP CONSTRAINT id_present;
-- next migration
ALTER TABLE audit_line ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
