CREATE TABLE member (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  nickname text NOT NULL,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX member_nickname_key ON member (nickname) WHERE deleted_at IS NULL;
