-- The mailing tool of the first year, still on a machine under a desk: readers with and without an account.
SELECT c.mail, c.name
FROM customer c
WHERE c.mail LIKE :ending
ORDER BY c.mail;

SELECT n.mail, n.source
FROM newsletter_signup n
WHERE n.confirmed_at IS NOT NULL
ORDER BY n.signed_up_at;
