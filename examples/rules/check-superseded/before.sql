CREATE TABLE orders (
  id bigint PRIMARY KEY,
  channel text,
  CONSTRAINT channel_present CHECK (channel IS NOT NULL)
);
