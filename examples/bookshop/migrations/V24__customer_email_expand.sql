-- SHOP-112, step 1 of 4 (expand): customer.mail becomes customer.email, case-insensitive and checked.
-- Three programs write customers, so there is no day on which all of them switch. Until the last one
-- has, a trigger keeps both columns the same, whichever is written. mail goes in 5.0.

CREATE EXTENSION IF NOT EXISTS citext;

CREATE DOMAIN email AS citext
    CONSTRAINT email_has_an_at CHECK (VALUE ~ '^[^@[:space:]]+@[^@[:space:]]+[.][^@[:space:]]+$');
COMMENT ON DOMAIN email IS 'Mail address, compared without case.';

ALTER TABLE customer ADD COLUMN email email;
ALTER TABLE customer ALTER COLUMN mail DROP NOT NULL;

CREATE FUNCTION customer_sync_email() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.email := coalesce(NEW.email, NEW.mail);
        NEW.mail := coalesce(NEW.mail, NEW.email);
    ELSIF NEW.mail IS DISTINCT FROM OLD.mail THEN
        NEW.email := NEW.mail;
    ELSIF NEW.email IS DISTINCT FROM OLD.email THEN
        NEW.mail := NEW.email;
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER customer_sync_email
    BEFORE INSERT OR UPDATE ON customer
    FOR EACH ROW EXECUTE FUNCTION customer_sync_email();

COMMENT ON COLUMN customer.email IS 'Login and address of every message.';
COMMENT ON COLUMN customer.mail IS '@deprecated since 3.0, use customer.email, remove in 5.0. Kept equal by a trigger.';
