ALTER PUBLICATION event_changes SET (publish_via_partition_root = true);
