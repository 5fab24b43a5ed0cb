ALTER TABLE orders SET (fillfactor = 80);
ALTER INDEX orders_pkey SET (fillfactor = 70);
