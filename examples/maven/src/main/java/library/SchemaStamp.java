package library;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Says in the database itself who keeps it: operators look there first. */
public class SchemaStamp extends BaseCallback {

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_MIGRATE;
  }

  @Override
  public void handle(Event event, Context context) {
    try (Statement statement = context.getConnection().createStatement()) {
      statement.execute("COMMENT ON SCHEMA library IS 'Kept by Flyway: migrate, do not edit.'");
    } catch (SQLException e) {
      throw new IllegalStateException("stamping the schema", e);
    }
  }
}
