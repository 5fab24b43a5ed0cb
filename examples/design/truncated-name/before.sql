CREATE TABLE thing (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, total integer NOT NULL);
CREATE INDEX thing_total_for_the_overview_page_of_the_department_of_external_affairs_idx ON thing (total);
