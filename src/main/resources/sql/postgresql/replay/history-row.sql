INSERT INTO ${table} (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
VALUES (?, ?, ?, 'SQL', ?, ?, 'annals', 0, true)
