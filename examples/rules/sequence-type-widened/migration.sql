ALTER SEQUENCE order_number AS bigint;
