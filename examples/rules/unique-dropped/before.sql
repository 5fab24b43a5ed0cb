CREATE TABLE customer (
    id bigint PRIMARY KEY,
    email text CONSTRAINT customer_email UNIQUE,
    shop text NOT NULL,
    slug text NOT NULL,
    CONSTRAINT customer_shop_slug UNIQUE (shop, slug)
);
