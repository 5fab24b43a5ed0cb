-- SHOP-40: marketing wants addresses of people who have no account.
-- Double opt-in: nobody is written to before confirmed_at is set.

CREATE TABLE newsletter_signup (
    mail         varchar(120) PRIMARY KEY,
    signed_up_at timestamptz NOT NULL DEFAULT now(),
    confirmed_at timestamptz,
    source       varchar(30) NOT NULL DEFAULT 'footer'
);

COMMENT ON TABLE newsletter_signup IS 'Addresses for the monthly letter.';
COMMENT ON COLUMN newsletter_signup.confirmed_at IS 'When the link in the mail was clicked. Null: do not write.';
