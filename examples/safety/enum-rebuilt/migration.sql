SET LOCAL lock_timeout = '5s';
ALTER TYPE invoice_status RENAME TO invoice_status_old;
CREATE TYPE invoice_status AS ENUM ('draft', 'open', 'paid');
ALTER TABLE invoice ALTER COLUMN status TYPE invoice_status USING status::text::invoice_status;
DROP TYPE invoice_status_old;
