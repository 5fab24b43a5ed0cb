CREATE TABLE document (id bigint);
CREATE TABLE invoice (id bigint);
