-- Scratch databases of runs that are dead: made more than ten minutes ago by a role we may act as,
-- nobody connected, and the advisory lock that a living run holds is free.
SELECT d.datname
FROM pg_catalog.pg_database d
WHERE d.datname ~ '^annals_scratch_[0-9]+_[0-9a-f]{16}$'
  AND pg_catalog.pg_has_role(d.datdba, 'USAGE')
  AND pg_catalog.split_part(d.datname, '_', 3)::bigint < EXTRACT(EPOCH FROM pg_catalog.now()) - 600
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity a WHERE a.datid = d.oid)
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_locks l
    WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted
      AND ((l.classid::bigint << 32) | l.objid::bigint) = pg_catalog.hashtext(d.datname)::bigint)
ORDER BY d.datname
