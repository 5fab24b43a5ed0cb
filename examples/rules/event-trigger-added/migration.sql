CREATE EVENT TRIGGER keep_all ON sql_drop EXECUTE FUNCTION no_drops();
