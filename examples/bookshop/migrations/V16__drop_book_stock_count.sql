-- SHOP-77: the take-over. What the partner's last count says becomes the first movement of the ledger,
-- all of it at the intake of Hall North; then the old counter goes, so that nobody trusts it again.
-- Runs in the maintenance window of 1 July, the shop is closed meanwhile.

INSERT INTO warehouse.stock_movement (moved_at, book_id, bin_id, delta, reason, reference)
SELECT '2024-07-01 04:00:00+00', b.id, i.id, b.stock_count, 'count', 'TAKE-OVER'
FROM book b
CROSS JOIN warehouse.bin i
JOIN warehouse.site s ON s.id = i.site_id
WHERE b.stock_count > 0 AND s.code = 'NOR' AND i.code = 'INTAKE';

ALTER TABLE book DROP COLUMN stock_count;
