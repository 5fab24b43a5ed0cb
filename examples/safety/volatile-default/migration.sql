SET LOCAL lock_timeout = '5s';
ALTER TABLE invoice ADD COLUMN public_id uuid DEFAULT gen_random_uuid();
