-- SHOP-7: whoever buys has an account. Guests get one too, they only never learn the password.

CREATE TABLE customer (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    mail          varchar(120) NOT NULL UNIQUE,
    name          varchar(100) NOT NULL,
    password_hash text NOT NULL,
    phone         varchar(30),
    created_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE address (
    id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    recipient   varchar(100) NOT NULL,
    line1       varchar(100) NOT NULL,
    line2       varchar(100),
    postcode    varchar(12) NOT NULL,
    city        varchar(80) NOT NULL,
    country     char(2) NOT NULL DEFAULT 'DE',
    is_default  boolean NOT NULL DEFAULT false
);
CREATE INDEX address_customer_id_idx ON address (customer_id);

-- At most one default per customer. The application used to forget to clear the other one.
CREATE UNIQUE INDEX address_one_default_idx ON address (customer_id) WHERE is_default;

COMMENT ON TABLE customer IS 'Someone who has bought, or has at least opened an account.';
COMMENT ON COLUMN customer.mail IS 'Login and address of every message.';
COMMENT ON COLUMN customer.password_hash IS 'Argon2id string with its parameters. "!" for guests.';
COMMENT ON TABLE address IS 'Where a customer has parcels sent.';
COMMENT ON COLUMN address.recipient IS 'Name on the parcel; often not the customer: presents.';
COMMENT ON COLUMN address.is_default IS 'Preselected at the checkout. One per customer at most.';
COMMENT ON COLUMN customer.name IS 'What we call the customer in mails. One field: names do not split.';
COMMENT ON COLUMN customer.phone IS 'Only for the carrier.';
COMMENT ON COLUMN address.country IS 'Two letters. Decides the VAT.';
