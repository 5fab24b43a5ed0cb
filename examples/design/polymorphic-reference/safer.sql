CREATE TABLE song (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE album (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE thing (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  song_id bigint REFERENCES song,
  album_id bigint REFERENCES album,
  CHECK (num_nonnulls(song_id, album_id) = 1)
);
CREATE INDEX ON thing (song_id);
CREATE INDEX ON thing (album_id);
-- what is unique by itself is no reference
CREATE TABLE file (file_id text PRIMARY KEY, file_type text NOT NULL);
