-- SHOP-355: the next quarter. And July 2024 leaves the ledger: it holds the take-over count, which the
-- auditor wants frozen as it is. It stays as a table that nobody writes, outside of the yearly figures.

CREATE TABLE warehouse.stock_movement_2026_q2 PARTITION OF warehouse.stock_movement
    FOR VALUES FROM ('2026-04-01 00:00:00+00') TO ('2026-07-01 00:00:00+00');

ALTER TABLE warehouse.stock_movement DETACH PARTITION warehouse.stock_movement_2024_07;
REVOKE ALL ON warehouse.stock_movement_2024_07 FROM shop_report;
COMMENT ON TABLE warehouse.stock_movement_2024_07 IS 'Movements of July 2024 with the take-over count. Frozen for the auditor until 2034.';
