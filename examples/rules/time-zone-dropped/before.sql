SET timezone = 'Europe/Paris';
CREATE TABLE event (id bigint PRIMARY KEY, happened timestamptz);
