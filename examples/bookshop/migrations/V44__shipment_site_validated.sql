-- SHOP-263: the quiet Sunday. Second half of V40.

ALTER TABLE shipment VALIDATE CONSTRAINT shipment_site_id_fkey;
