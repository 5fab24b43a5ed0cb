ALTER TABLE customer ADD CONSTRAINT customer_shop_email UNIQUE (shop, email);
