CREATE TABLE reading (taken_on date NOT NULL, value integer) PARTITION BY RANGE (taken_on);
CREATE TABLE reading_2024 (taken_on date NOT NULL, value integer);
