ALTER TABLE customer DROP CONSTRAINT customer_email;
ALTER TABLE customer ADD CONSTRAINT customer_slug UNIQUE (slug);
ALTER TABLE customer DROP CONSTRAINT customer_shop_slug;
