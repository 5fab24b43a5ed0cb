-- SHOP-81: "tracking" held a code for some of us and a link for others. It is the code.

ALTER TABLE shipment RENAME COLUMN tracking TO tracking_code;
COMMENT ON COLUMN shipment.tracking_code IS 'Code that the carrier printed on the label. Not a link.';
