-- PostgreSQL 14 and older: what the owner of a database may do since 15 (public belongs to pg_database_owner).
ALTER SCHEMA public OWNER TO annals_owner;
