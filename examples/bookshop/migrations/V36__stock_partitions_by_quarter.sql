-- SHOP-240: a month is 90,000 rows, which is nothing. Quarters from April on: fewer tables to look at,
-- fewer chances to forget one.

CREATE TABLE warehouse.stock_movement_2025_q2 PARTITION OF warehouse.stock_movement
    FOR VALUES FROM ('2025-04-01 00:00:00+00') TO ('2025-07-01 00:00:00+00');
CREATE TABLE warehouse.stock_movement_2025_q3 PARTITION OF warehouse.stock_movement
    FOR VALUES FROM ('2025-07-01 00:00:00+00') TO ('2025-10-01 00:00:00+00');
