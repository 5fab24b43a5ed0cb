CREATE TABLE applied ();
