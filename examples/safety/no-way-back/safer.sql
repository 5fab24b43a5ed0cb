SET LOCAL lock_timeout = '5s';
COMMENT ON COLUMN invoice.note IS '@deprecated since 2.0, remove in 3.0';
