-- Takes the return process back. Open requests must be answered by mail before, this forgets them.
-- The label "returned" of V37 stays: PostgreSQL cannot take a label out of an enum.

DROP TABLE return_request;
