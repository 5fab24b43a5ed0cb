ALTER TABLE customer RENAME TO account;
CREATE VIEW customer AS SELECT * FROM account;
-- next migration
DROP VIEW customer;
