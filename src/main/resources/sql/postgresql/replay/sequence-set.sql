SELECT pg_catalog.setval(?::pg_catalog.regclass, ?, ?)
