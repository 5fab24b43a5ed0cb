ALTER TABLE order_line ALTER COLUMN amount SET EXPRESSION AS (quantity * price * 1.2);
