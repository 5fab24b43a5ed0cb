-- SHOP-229: disputes without a reference of the provider are lost disputes. It is required from now on;
-- the handful of old rows gets a made-up one. The table is small, so straight ahead. (Jonas)

UPDATE payment SET provider_ref = 'legacy-' || id WHERE provider_ref IS NULL;
ALTER TABLE payment ALTER COLUMN provider_ref SET NOT NULL;
