DROP TABLE event;
CREATE TABLE event (at date NOT NULL, region text NOT NULL) PARTITION BY LIST (region);
