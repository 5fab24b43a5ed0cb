CREATE TABLE audit (line text NOT NULL);
CREATE PUBLICATION shop_changes;
