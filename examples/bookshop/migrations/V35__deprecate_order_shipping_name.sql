-- SHOP-236: shipping_name and the recipient of the address disagree in one order of fifty, and the
-- label printer and the mail template do not read the same one. The recipient wins.
-- Nothing changes today but the sign on the door.

COMMENT ON COLUMN customer_order.shipping_name IS
    '@deprecated since 4.0, use customer_address.recipient, remove in 7.0. Name on the parcel, copied at the checkout.';
