ALTER INDEX orders_idx RENAME TO orders_customer;
