ALTER VIEW order_total SET (security_invoker = true);
