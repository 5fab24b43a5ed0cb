-- SHOP-118: two questions everybody asks: what is this order worth, and what sells this month?
-- The second one reads all lines, so it is materialized and refreshed every hour, concurrently,
-- which is what the unique index is for.

CREATE VIEW order_total AS
SELECT o.id AS order_id,
       o.order_number,
       o.customer_id,
       o.placed_at,
       sum(l.quantity * l.unit_price) AS goods_total
FROM customer_order o
JOIN order_line l ON l.order_id = o.id
GROUP BY o.id;
COMMENT ON VIEW order_total IS 'What each order is worth, without shipping.';

CREATE MATERIALIZED VIEW bestseller AS
SELECT date_trunc('month', o.placed_at AT TIME ZONE 'Europe/Berlin')::date AS month,
       l.book_id,
       sum(l.quantity) AS copies
FROM customer_order o
JOIN order_line l ON l.order_id = o.id
WHERE o.status <> 'cancelled'
GROUP BY 1, 2;
CREATE UNIQUE INDEX bestseller_key ON bestseller (month, book_id);
CREATE INDEX bestseller_rank_idx ON bestseller (month, copies DESC);
COMMENT ON MATERIALIZED VIEW bestseller IS 'Copies sold per month and book. Refreshed every hour.';
