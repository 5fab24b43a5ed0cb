-- from here on: what made the recorder is no part of any step
INSERT INTO annals_recorder.mark
SELECT 0, pg_snapshot_xmax(pg_current_snapshot())::text::bigint, annals_recorder.guards();

CREATE EVENT TRIGGER annals_command ON ddl_command_end EXECUTE FUNCTION annals_recorder.on_command();
CREATE EVENT TRIGGER annals_drop ON sql_drop EXECUTE FUNCTION annals_recorder.on_drop();
CREATE EVENT TRIGGER annals_rewrite ON table_rewrite EXECUTE FUNCTION annals_recorder.on_rewrite();
