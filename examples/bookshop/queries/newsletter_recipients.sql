-- Mailing job, monthly: who agreed and still does, in which language.
SELECT c.email, c.name, c.locale
FROM customer c
JOIN crm.consent k ON k.customer_id = c.id
WHERE k.purpose = 'newsletter'
  AND k.withdrawn_at IS NULL
  AND c.deleted_at IS NULL
ORDER BY c.id;
