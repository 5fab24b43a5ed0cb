-- Run once, in single-user mode, on the data directory that every scratch server is copied from.
-- One statement a line: that is how single-user mode reads.
CREATE ROLE annals_owner NOLOGIN;
CREATE ROLE annals_replay LOGIN NOSUPERUSER NOCREATEDB NOREPLICATION NOBYPASSRLS IN ROLE annals_owner;
UPDATE pg_catalog.pg_extension SET extowner = 'annals_owner'::pg_catalog.regrole;
REVOKE CONNECT ON DATABASE postgres FROM PUBLIC;
REVOKE CONNECT ON DATABASE template1 FROM PUBLIC;
