CREATE PUBLICATION shop_changes FOR TABLE customer, orders;
