ALTER TABLE network ALTER COLUMN block TYPE inet;
