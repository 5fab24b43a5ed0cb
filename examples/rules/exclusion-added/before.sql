CREATE TABLE booking (during tsrange NOT NULL);
