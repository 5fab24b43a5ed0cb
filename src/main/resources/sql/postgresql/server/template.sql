-- Run once, in single-user mode, on the data directory that every scratch server is copied from.
-- One statement a line: that is how single-user mode reads.
CREATE ROLE annals_replay LOGIN NOSUPERUSER NOCREATEDB NOREPLICATION NOBYPASSRLS;
REVOKE CONNECT ON DATABASE postgres FROM PUBLIC;
REVOKE CONNECT ON DATABASE template1 FROM PUBLIC;
