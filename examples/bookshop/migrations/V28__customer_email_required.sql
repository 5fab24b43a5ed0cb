-- SHOP-112, step 3 of 4: VALIDATE reads the table without blocking anybody, and once it has,
-- SET NOT NULL needs no scan of its own. Then the check has done its work. Wordy, but nobody waits.

ALTER TABLE customer VALIDATE CONSTRAINT customer_email_present;
ALTER TABLE customer ALTER COLUMN email SET NOT NULL;
ALTER TABLE customer DROP CONSTRAINT customer_email_present;
