-- SHOP-112, step 4 of 4 (contract): the feed exporter was the last one to write mail, it switched on
-- 2 September. Two weeks of logs without a single reader. Bye.

DROP TRIGGER customer_sync_email ON customer;
DROP FUNCTION customer_sync_email();
ALTER TABLE customer DROP COLUMN mail;
