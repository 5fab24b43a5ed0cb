CREATE TABLE event (at timestamptz PRIMARY KEY, what text NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE event_2026 PARTITION OF event FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE INDEX event_what_idx ON event (what);
