CREATE TABLE half_done ();
SELECT 1;
