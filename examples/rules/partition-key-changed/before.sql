-- identities: unknown
CREATE TABLE event (at date NOT NULL, region text NOT NULL) PARTITION BY RANGE (at);
