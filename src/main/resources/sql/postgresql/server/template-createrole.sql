-- PostgreSQL 16 and newer: CREATEROLE no longer reaches roles that one does not administer.
ALTER ROLE annals_replay CREATEROLE;
