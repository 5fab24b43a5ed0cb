-- The roles that are neither the server's own nor ours.
SELECT rolname FROM pg_catalog.pg_roles WHERE oid >= 16384 AND rolname NOT IN ('annals_replay', 'annals_owner') ORDER BY rolname
