-- What a list of books in the shop shows: title, names, today's price, stars, availability.
-- One view for the web shop, the app and the feed, after they had three different ideas of "price".
-- Revision 4: touched so that it runs again after V49.

CREATE OR REPLACE VIEW book_listing AS
SELECT b.id,
       b.isbn,
       b.title,
       b.subtitle,
       b.format,
       b.published_on,
       (SELECT string_agg(a.name, ', ' ORDER BY ba.position)
        FROM book_author ba
        JOIN author a ON a.id = ba.author_id
        WHERE ba.book_id = b.id AND ba.part = 'author') AS authors,
       b.price AS list_price,
       round(b.price * (1 - coalesce(p.percent_off, 0) / 100), 2) AS price_today,
       p.name AS promotion,
       (SELECT round(avg(r.rating), 1)
        FROM review r
        WHERE r.book_id = b.id AND r.status = 'published') AS stars,
       available_quantity(b.id) AS available
FROM book b
LEFT JOIN book_promotion bp ON bp.book_id = b.id AND bp.period @> CURRENT_DATE
LEFT JOIN promotion p ON p.id = bp.promotion_id;

COMMENT ON VIEW book_listing IS 'What the shop shows of a book in a list. At most one row per book: promotions do not overlap.';
GRANT SELECT ON book_listing TO shop_report;
