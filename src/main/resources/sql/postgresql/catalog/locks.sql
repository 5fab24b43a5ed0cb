-- The locks that one session holds on relations, before it commits.
SELECT l.relation::bigint AS relation, l.mode
FROM pg_catalog.pg_locks l
WHERE l.pid = ? AND l.locktype = 'relation' AND l.granted AND l.relation >= 16384
