ALTER TABLE product ADD COLUMN weight_new numeric(12,2);
-- next migration
UPDATE product SET weight_new = weight;
-- next migration
ALTER TABLE product DROP COLUMN weight;
ALTER TABLE product RENAME COLUMN weight_new TO weight;
