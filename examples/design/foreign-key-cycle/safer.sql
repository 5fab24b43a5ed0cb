CREATE TABLE club (id bigint PRIMARY KEY);
CREATE TABLE player (id bigint PRIMARY KEY, club_id bigint NOT NULL REFERENCES club, captain boolean NOT NULL);
CREATE INDEX ON player (club_id);
CREATE UNIQUE INDEX player_one_captain ON player (club_id) WHERE captain;
