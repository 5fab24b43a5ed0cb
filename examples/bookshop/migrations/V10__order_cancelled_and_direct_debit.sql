-- SHOP-44, SHOP-45: orders can be cancelled until they are packed, and direct debit goes live.
-- Only the new labels here: PostgreSQL will not let us use them in the transaction that adds them.

ALTER TYPE order_status ADD VALUE 'cancelled';
ALTER TYPE payment_method ADD VALUE 'direct_debit';
