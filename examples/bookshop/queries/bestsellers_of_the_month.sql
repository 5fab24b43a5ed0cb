-- Front page: what sells this month, with what it costs today. :shop_month is the first of the month.
SELECT l.id, l.title, l.authors, l.price_today, l.available, b.copies
FROM bestseller b
JOIN book_listing l ON l.id = b.book_id
WHERE b.month = :shop_month
ORDER BY b.copies DESC, l.title
LIMIT 20;
