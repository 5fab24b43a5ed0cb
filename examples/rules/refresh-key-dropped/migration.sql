DROP INDEX order_total_key;
