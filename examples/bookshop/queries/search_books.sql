-- Search box: full text first; what only the trigrams find comes after. :words, as typed.
SELECT b.id, b.title, b.subtitle, s.name AS series, b.volume,
       ts_rank(b.search_document, websearch_to_tsquery('simple', :words)) AS rank
FROM book b
LEFT JOIN series s ON s.id = b.series_id
WHERE b.search_document @@ websearch_to_tsquery('simple', :words)
   OR lower(b.title) % lower(:words)
ORDER BY rank DESC, b.title
LIMIT 50;
