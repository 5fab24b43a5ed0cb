-- Support desk: everything about one customer on one screen. :email, as in the caller's mail.
SELECT t.order_number, t.placed_at, t.goods_total, t.vat_included,
       p.method, p.captured_at, s.carrier, s.tracking_code, s.delivered_at,
       (SELECT count(*) FROM return_request r WHERE r.order_id = t.order_id) AS returns
FROM customer c
JOIN order_total t ON t.customer_id = c.id
LEFT JOIN payment p ON p.order_id = t.order_id
LEFT JOIN shipment s ON s.order_id = t.order_id
WHERE c.email = :email AND c.deleted_at IS NULL
ORDER BY t.placed_at DESC;
