ALTER TYPE status ADD VALUE 'packed' BEFORE 'paid';
