-- Kept in this session alone: migrations do not see it.
SET ROLE NONE;
SET search_path TO staff;
CREATE TABLE public.ran (
  number serial,
  what text);
