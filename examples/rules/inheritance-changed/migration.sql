ALTER TABLE invoice INHERIT document;
