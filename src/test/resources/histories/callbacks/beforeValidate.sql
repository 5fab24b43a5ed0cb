CREATE SCHEMA validated;
