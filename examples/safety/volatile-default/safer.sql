SET LOCAL lock_timeout = '5s';
ALTER TABLE invoice ADD COLUMN public_id uuid;
ALTER TABLE invoice ALTER COLUMN public_id SET DEFAULT gen_random_uuid();
