CREATE TABLE reading (sensor text NOT NULL, taken_at timestamptz NOT NULL, celsius real);
