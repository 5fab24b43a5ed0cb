DROP PUBLICATION shop_changes;
CREATE PUBLICATION shop_changes FOR TABLE orders;
