-- SHOP-370: the shop will speak French and Dutch. Books say which language they are in, customers in
-- which one they want to be written to. All books so far are as good as German or English; the import
-- corrects the default from the publishers' data within a week.

ALTER TABLE book ADD COLUMN language char(2) NOT NULL DEFAULT 'de';
ALTER TABLE customer ADD COLUMN locale varchar(5) NOT NULL DEFAULT 'de-DE';

COMMENT ON COLUMN book.language IS 'Language of the text, two letters.';
COMMENT ON COLUMN customer.locale IS 'Language of the shop and of mails to this customer.';
