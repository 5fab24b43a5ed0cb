SELECT pg_catalog.floor(EXTRACT(EPOCH FROM pg_catalog.now()))::bigint
