ALTER PUBLICATION shop_changes SET TABLE customer (id, name);
