-- SHOP-115: partitions for the winter, up to the stocktaking in March.
-- There is no default partition on purpose: a movement dated 2042 shall fail, not hide.

CREATE TABLE warehouse.stock_movement_2024_10 PARTITION OF warehouse.stock_movement
    FOR VALUES FROM ('2024-10-01 00:00:00+00') TO ('2024-11-01 00:00:00+00');
CREATE TABLE warehouse.stock_movement_2024_11 PARTITION OF warehouse.stock_movement
    FOR VALUES FROM ('2024-11-01 00:00:00+00') TO ('2024-12-01 00:00:00+00');
CREATE TABLE warehouse.stock_movement_2024_12 PARTITION OF warehouse.stock_movement
    FOR VALUES FROM ('2024-12-01 00:00:00+00') TO ('2025-01-01 00:00:00+00');
CREATE TABLE warehouse.stock_movement_2025_01 PARTITION OF warehouse.stock_movement
    FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2025-02-01 00:00:00+00');
CREATE TABLE warehouse.stock_movement_2025_02 PARTITION OF warehouse.stock_movement
    FOR VALUES FROM ('2025-02-01 00:00:00+00') TO ('2025-03-01 00:00:00+00');
CREATE TABLE warehouse.stock_movement_2025_03 PARTITION OF warehouse.stock_movement
    FOR VALUES FROM ('2025-03-01 00:00:00+00') TO ('2025-04-01 00:00:00+00');
