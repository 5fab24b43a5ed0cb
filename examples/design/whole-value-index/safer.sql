CREATE TABLE article (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, labels text[] NOT NULL);
CREATE INDEX article_labels_idx ON article USING gin (labels);
