DROP TABLE cache_line;
CREATE TABLE cache_line (id bigint PRIMARY KEY);
