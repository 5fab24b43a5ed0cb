-- SHOP-226: the analyst gets a role of her own instead of the application's password.
-- Roles belong to the server, not to this database, so another database may have made it already.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shop_report') THEN
        CREATE ROLE shop_report NOLOGIN;
    END IF;
END
$$;

GRANT USAGE ON SCHEMA public, warehouse TO shop_report;
GRANT SELECT ON book, author, book_author, publisher, category, book_category TO shop_report;
GRANT SELECT ON customer, customer_order, order_line, payment, shipment TO shop_report;
GRANT SELECT ON order_total, bestseller TO shop_report;
GRANT SELECT ON warehouse.site, warehouse.stock_item, warehouse.stock_movement TO shop_report;
