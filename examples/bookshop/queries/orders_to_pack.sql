-- Packing station: paid orders, oldest first, with the bins to walk to. :site is the code of the hall.
SELECT o.order_number, a.recipient, o.note, b.title, l.quantity, n.code AS bin, i.quantity AS in_bin
FROM customer_order o
JOIN order_line l ON l.order_id = o.id
JOIN book b ON b.id = l.book_id
LEFT JOIN customer_address a ON a.id = o.shipping_address_id
JOIN warehouse.stock_item i ON i.book_id = l.book_id AND i.quantity > 0
JOIN warehouse.bin n ON n.id = i.bin_id
JOIN warehouse.site s ON s.id = n.site_id
WHERE o.status = 'paid' AND s.code = :site
ORDER BY o.placed_at, o.id, l.line_no, n.code;
