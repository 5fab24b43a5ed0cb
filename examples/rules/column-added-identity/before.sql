CREATE TABLE audit_line (happened timestamptz NOT NULL);
