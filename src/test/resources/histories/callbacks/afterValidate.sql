COMMENT ON SCHEMA validated IS 'said by ${flyway:filename}';
