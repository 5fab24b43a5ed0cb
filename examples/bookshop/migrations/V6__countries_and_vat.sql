-- SHOP-15: we open with delivery to six countries, each with its own VAT on books.
-- Rates have a first day and no last one: the next row ends them. Accounting asked for exactly that.

CREATE TABLE country (
    code char(2) PRIMARY KEY,
    name varchar(60) NOT NULL UNIQUE
);

CREATE TABLE tax_rate (
    country_code char(2) NOT NULL REFERENCES country (code) ON DELETE RESTRICT,
    valid_from   date NOT NULL,
    rate         numeric(5, 4) NOT NULL,
    PRIMARY KEY (country_code, valid_from),
    CONSTRAINT tax_rate_is_a_share CHECK (rate >= 0 AND rate < 1)
);

INSERT INTO country (code, name) VALUES
    ('AT', 'Austria'), ('BE', 'Belgium'), ('DE', 'Germany'),
    ('FR', 'France'), ('LU', 'Luxembourg'), ('NL', 'Netherlands');

INSERT INTO tax_rate (country_code, valid_from, rate) VALUES
    ('AT', '2016-01-01', 0.1000), ('BE', '2016-01-01', 0.0600), ('DE', '2016-01-01', 0.0700),
    ('FR', '2016-01-01', 0.0550), ('LU', '2016-01-01', 0.0300), ('NL', '2019-01-01', 0.0900);

ALTER TABLE address
    ADD CONSTRAINT address_country_fkey FOREIGN KEY (country) REFERENCES country (code);

COMMENT ON TABLE tax_rate IS 'VAT on books per country, from a day on until the next row of that country.';
COMMENT ON COLUMN tax_rate.rate IS 'A share: 0.07 is seven per cent.';
COMMENT ON COLUMN tax_rate.valid_from IS 'First day of the rate, in the country''s own calendar.';
