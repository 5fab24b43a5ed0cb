DROP VIEW order_total;
