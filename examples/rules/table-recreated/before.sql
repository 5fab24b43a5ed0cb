CREATE TABLE cache_line (id bigint PRIMARY KEY);
