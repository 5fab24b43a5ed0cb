CREATE TABLE booking (room integer, during tsrange NOT NULL, CONSTRAINT booking_apart EXCLUDE USING gist (during WITH &&));
