-- SHOP-233: the rate of the day belongs into the line like the price does. Credit notes for French
-- orders used whatever tax_rate said on the day of the return.
-- The default is for the checkout that does not know the column yet; it goes with 5.0.
-- The check takes the long way round: V33 was not so small after all, checkout hung for 40 seconds.

ALTER TABLE order_line ADD COLUMN vat_rate numeric(5, 4) NOT NULL DEFAULT 0.07;
ALTER TABLE order_line
    ADD CONSTRAINT order_line_vat_rate_check CHECK (vat_rate >= 0 AND vat_rate < 1) NOT VALID;
ALTER TABLE order_line VALIDATE CONSTRAINT order_line_vat_rate_check;

COMMENT ON COLUMN order_line.vat_rate IS 'Share of VAT when the order was placed. Never updated.';
