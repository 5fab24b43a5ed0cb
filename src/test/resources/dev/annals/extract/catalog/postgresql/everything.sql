CREATE EXTENSION citext;
CREATE EXTENSION btree_gist;
CREATE SCHEMA shop;
COMMENT ON SCHEMA shop IS 'what is sold';
CREATE TYPE shop.state AS ENUM ('new', 'paid', 'it''s gone');
COMMENT ON TYPE shop.state IS 'lifecycle';
CREATE DOMAIN shop.email AS citext CHECK (VALUE ~ '@') NOT NULL;
CREATE TYPE shop.money2 AS (amount numeric(10,2), currency char(3));
CREATE TYPE shop.span AS RANGE (subtype = date);
CREATE SEQUENCE shop.number START 100 INCREMENT 5 MAXVALUE 100000 CYCLE;
CREATE TABLE shop.customer (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email shop.email,
  name text COLLATE "C" NOT NULL,
  tags text[] DEFAULT '{}',
  serial_no serial,
  full_name text GENERATED ALWAYS AS (name || '!') STORED,
  "Weird ""Name""" int,
  UNIQUE (email) INCLUDE (name)
);
COMMENT ON TABLE shop.customer IS 'who buys';
COMMENT ON COLUMN shop.customer.email IS 'unique';
CREATE TABLE shop.orders (
  id int,
  customer_id bigint CONSTRAINT orders_customer REFERENCES shop.customer ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  total numeric(10,2) NOT NULL DEFAULT 0 CONSTRAINT positive CHECK (total >= 0),
  state shop.state DEFAULT 'new',
  price shop.money2,
  placed timestamptz DEFAULT now(),
  during daterange,
  EXCLUDE USING gist (customer_id WITH =, during WITH &&)
) WITH (fillfactor = 70);
CREATE INDEX orders_open ON shop.orders (abs(id), placed DESC) INCLUDE (total) WHERE total > 0;
CREATE STATISTICS shop.orders_stats ON customer_id, total FROM shop.orders;
ALTER TABLE shop.orders ADD CONSTRAINT later CHECK (id > 0) NOT VALID;
CREATE TABLE shop.event (at timestamptz NOT NULL, note text, PRIMARY KEY (at)) PARTITION BY RANGE (at);
CREATE TABLE shop.event_2024 PARTITION OF shop.event FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE INDEX ON shop.event (note);
CREATE VIEW shop.open_orders WITH (security_barrier) AS SELECT id, total FROM shop.orders WHERE total > 0;
CREATE MATERIALIZED VIEW shop.totals AS SELECT customer_id, sum(total) AS total FROM shop.orders GROUP BY 1;
CREATE UNIQUE INDEX ON shop.totals (customer_id);
CREATE FUNCTION shop.touch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = shop AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION shop.total_of(c bigint, since date DEFAULT '2020-01-01') RETURNS numeric LANGUAGE sql STABLE
BEGIN ATOMIC SELECT sum(o.total) FROM shop.orders o WHERE o.customer_id = c; END;
CREATE PROCEDURE shop.clean() LANGUAGE sql AS 'DELETE FROM shop.orders WHERE id < 0';
CREATE TRIGGER touch BEFORE UPDATE OF total ON shop.orders FOR EACH ROW EXECUTE FUNCTION shop.touch();
ALTER TABLE shop.customer ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON shop.customer FOR SELECT TO PUBLIC USING (name = current_user);
CREATE RULE no_delete AS ON DELETE TO shop.event DO INSTEAD NOTHING;
GRANT SELECT, INSERT ON shop.orders TO PUBLIC;
GRANT SELECT (name) ON shop.customer TO PUBLIC;
GRANT USAGE ON SCHEMA shop TO PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT SELECT ON TABLES TO PUBLIC;
CREATE TABLE "shop.odd" (x int);
CREATE PUBLICATION sent FOR TABLE "shop.odd" WITH (publish = 'insert');
CREATE COLLATION shop.no_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE FUNCTION shop.is_like(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT lower($1) = lower($2) $$;
CREATE OPERATOR shop.=== (FUNCTION = shop.is_like, LEFTARG = text, RIGHTARG = text);
CREATE FUNCTION shop.state_of(text) RETURNS shop.state LANGUAGE sql IMMUTABLE AS $$ SELECT 'new'::shop.state $$;
CREATE CAST (text AS shop.state) WITH FUNCTION shop.state_of(text) AS ASSIGNMENT;
