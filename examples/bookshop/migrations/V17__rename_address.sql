-- SHOP-80: sites have addresses too now, and "address" alone started to mislead people.
-- Names of constraints, indexes and the sequence follow, or the next error message will lie.

ALTER TABLE address RENAME TO customer_address;
ALTER TABLE customer_address RENAME CONSTRAINT address_pkey TO customer_address_pkey;
ALTER TABLE customer_address RENAME CONSTRAINT address_customer_id_fkey TO customer_address_customer_id_fkey;
ALTER TABLE customer_address RENAME CONSTRAINT address_country_fkey TO customer_address_country_fkey;
ALTER INDEX address_customer_id_idx RENAME TO customer_address_customer_id_idx;
ALTER INDEX address_one_default_idx RENAME TO customer_address_one_default_idx;
ALTER SEQUENCE address_id_seq RENAME TO customer_address_id_seq;
