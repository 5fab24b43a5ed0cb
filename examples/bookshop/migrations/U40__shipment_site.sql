-- Takes the hall off the shipment. What has been written there since is lost, the ledger still has it.

ALTER TABLE shipment DROP COLUMN site_id;
