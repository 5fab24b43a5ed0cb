-- SHOP-70: we rent our own halls from July on, the fulfilment partner goes.
-- A schema of its own: the warehouse application will be a separate program with a separate login,
-- and we want to see at a glance what belongs to it. (Tomás)

CREATE SCHEMA warehouse;
COMMENT ON SCHEMA warehouse IS 'Halls, bins, stock and purchasing. Written by the warehouse application only.';

CREATE TABLE warehouse.site (
    id        smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code      char(3) NOT NULL UNIQUE,
    name      varchar(60) NOT NULL,
    opened_on date NOT NULL,
    closed_on date,
    CONSTRAINT site_closed_after_opened CHECK (closed_on > opened_on)
);

CREATE TABLE warehouse.bin (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id       smallint NOT NULL REFERENCES warehouse.site (id) ON DELETE RESTRICT,
    code          varchar(12) NOT NULL,
    max_weight_kg numeric(6, 1),
    CONSTRAINT bin_code_per_site UNIQUE (site_id, code)
);

CREATE TABLE warehouse.supplier (
    id             integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name           varchar(120) NOT NULL UNIQUE,
    order_mail     varchar(120) NOT NULL,
    lead_time_days smallint NOT NULL DEFAULT 5,
    CONSTRAINT supplier_lead_time_check CHECK (lead_time_days > 0)
);

INSERT INTO warehouse.site (code, name, opened_on) VALUES
    ('NOR', 'Hall North', '2024-07-01'),
    ('SUD', 'Hall South', '2024-07-15');

INSERT INTO warehouse.bin (site_id, code)
SELECT id, 'INTAKE' FROM warehouse.site;

COMMENT ON TABLE warehouse.site IS 'One hall.';
COMMENT ON COLUMN warehouse.site.code IS 'Three letters, printed on every label.';
COMMENT ON TABLE warehouse.bin IS 'One addressable place in a hall: aisle, rack, level.';
COMMENT ON COLUMN warehouse.bin.code IS 'As on the sign: "A-07-3". INTAKE is where pallets arrive.';
COMMENT ON COLUMN warehouse.supplier.lead_time_days IS 'Working days from order to delivery, by experience.';
COMMENT ON COLUMN warehouse.site.closed_on IS 'Null while we use it.';
COMMENT ON COLUMN warehouse.bin.max_weight_kg IS 'What the rack may carry. Null for the floor.';
COMMENT ON COLUMN warehouse.supplier.order_mail IS 'Where purchase orders are sent.';
