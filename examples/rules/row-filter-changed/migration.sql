ALTER PUBLICATION shop_changes SET TABLE orders WHERE (id > 1000);
