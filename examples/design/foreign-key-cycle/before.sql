CREATE TABLE club (id bigint PRIMARY KEY, captain_id bigint NOT NULL);
CREATE TABLE player (id bigint PRIMARY KEY, club_id bigint NOT NULL REFERENCES club);
ALTER TABLE club ADD FOREIGN KEY (captain_id) REFERENCES player;
CREATE INDEX ON club (captain_id);
CREATE INDEX ON player (club_id);
