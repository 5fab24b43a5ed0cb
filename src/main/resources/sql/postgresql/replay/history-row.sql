INSERT INTO ${table} (installed_rank, version, description, script, checksum, type, installed_by, execution_time, success)
VALUES (?, ?, ?, ?, ?, ?, 'annals', 0, true)
