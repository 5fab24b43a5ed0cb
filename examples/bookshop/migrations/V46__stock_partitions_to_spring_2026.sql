-- SHOP-315: the next two quarters of the ledger.

CREATE TABLE warehouse.stock_movement_2025_q4 PARTITION OF warehouse.stock_movement
    FOR VALUES FROM ('2025-10-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');
CREATE TABLE warehouse.stock_movement_2026_q1 PARTITION OF warehouse.stock_movement
    FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-04-01 00:00:00+00');
