INSERT INTO ran (what) VALUES ('first of ${flyway:filename}');
