ALTER PUBLICATION shop_changes SET (publish = 'insert, update, delete');
