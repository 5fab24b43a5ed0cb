-- The catalogue's own program reads all there is, also what is new.
GRANT SELECT ON ALL TABLES IN SCHEMA library TO ${reader};
