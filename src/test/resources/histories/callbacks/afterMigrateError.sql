CREATE TABLE never ();
