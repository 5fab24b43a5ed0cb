-- SHOP-110: "customers also bought" and the sales figures both come in by book, and both only want the
-- quantity. Built concurrently: order_line is never quiet in November.

CREATE INDEX CONCURRENTLY order_line_book_id_idx ON order_line (book_id) INCLUDE (quantity);
