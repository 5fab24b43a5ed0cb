-- SHOP-263: from which hall did this parcel leave? Null for everything before we had halls.
-- The key is NOT VALID for now: validating scans all shipments, and 5.0 has a quiet Sunday for it.

ALTER TABLE shipment ADD COLUMN site_id smallint;
ALTER TABLE shipment
    ADD CONSTRAINT shipment_site_id_fkey FOREIGN KEY (site_id)
        REFERENCES warehouse.site (id) ON DELETE RESTRICT NOT VALID;

COMMENT ON COLUMN shipment.site_id IS 'Hall the parcel left from. Null before July 2024.';
