-- Nightly export for the price comparison sites: all that can be bought, with price and day of publication.
SELECT b.isbn, b.title, b.price, b.published_on
FROM book b
WHERE b.published_on <= now()
ORDER BY b.isbn;
