package db.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Shelves become a table of their own: what was free text is tidied up, which takes Java. */
public class V3__Shelves extends BaseJavaMigration {

  @Override
  public void migrate(Context context) throws Exception {
    Connection connection = context.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE shelf (name text PRIMARY KEY, room text NOT NULL)");
      statement.execute("COMMENT ON TABLE shelf IS 'Where copies stand.'");
      try (Statement asking = connection.createStatement();
          ResultSet names = asking.executeQuery("SELECT DISTINCT shelf FROM book")) {
        while (names.next()) {
          String name = statement.enquoteLiteral(tidy(names.getString(1)));
          statement.execute("INSERT INTO shelf VALUES (" + name + ", 'not known')");
        }
      }
      statement.execute(
          "ALTER TABLE book ADD CONSTRAINT book_shelf FOREIGN KEY (shelf) REFERENCES shelf");
    }
  }

  private static String tidy(String shelf) {
    return shelf == null ? "" : shelf.strip().toUpperCase(java.util.Locale.ROOT);
  }
}
