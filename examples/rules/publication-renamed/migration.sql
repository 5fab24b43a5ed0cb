ALTER PUBLICATION shop_changes RENAME TO changes;
