package dev.annals.extract.history;

import dev.annals.model.Problem;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.sqlscript.SqlScript;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.flywaydb.database.postgresql.PostgreSQLDatabaseType;

/** Takes SQL files apart that are no migrations, as Flyway takes migrations apart. */
public final class SqlFiles {

  static {
    FlywayLog.off();
  }

  private SqlFiles() {}

  /**
   * A statement of a file.
   *
   * @param line the line at which it begins, counted from 1
   * @param sql its text, without the semicolon
   */
  public record Part(int line, String sql) {}

  /**
   * The statements of a file, in order.
   *
   * @throws Problem if it is no text, or Flyway cannot take it apart
   */
  public static List<Part> split(String path, byte[] bytes, Charset charset) {
    FluentConfiguration configuration =
        new FluentConfiguration(SqlFiles.class.getClassLoader())
            .placeholderReplacement(false)
            .mixed(true);
    List<Part> parts = new ArrayList<>();
    try {
      SqlScript script =
          new PostgreSQLDatabaseType()
              .createSqlScriptFactory(configuration, new ParsingContext())
              .createSqlScript(new MemoryResource(path, bytes, charset), true, null);
      try (SqlStatementIterator statements = script.getSqlStatements()) {
        while (statements.hasNext()) {
          SqlStatement next = statements.next();
          parts.add(new Part(next.getLineNumber(), next.getSql()));
        }
      }
    } catch (FlywayException e) {
      throw Problem.failure(
          "reading " + path + ": " + e.getMessage().strip(), "Is it SQL for PostgreSQL?", e);
    }
    return parts;
  }
}
