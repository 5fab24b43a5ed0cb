-- What the session has set, for itself and for longer than a transaction.
SELECT name, pg_catalog.current_setting(name) FROM pg_catalog.pg_settings
WHERE source = 'session' AND context IN ('user', 'superuser') AND name NOT LIKE '%.%' AND name NOT LIKE 'transaction\_%'
UNION ALL
SELECT name, pg_catalog.current_setting(name, true) FROM pg_catalog.unnest(?::text[]) own(name)
WHERE pg_catalog.current_setting(name, true) IS NOT NULL
ORDER BY 1
