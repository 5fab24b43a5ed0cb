-- SHOP-318: people come back to a cart after payday, not after a week. A month costs us nothing.
-- Also takes away the default VAT rate, as V34 promised: a checkout that does not know the rate must
-- fail, not guess Germany.

ALTER TABLE cart ALTER COLUMN expires_at SET DEFAULT now() + interval '30 days';
ALTER TABLE order_line ALTER COLUMN vat_rate DROP DEFAULT;
