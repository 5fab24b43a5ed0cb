CREATE TABLE message (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  room text NOT NULL,
  sent_at timestamptz NOT NULL
);
CREATE INDEX message_room_sent_at_idx ON message (room, sent_at);
