CREATE TABLE event (id bigint PRIMARY KEY, happened timestamp);
