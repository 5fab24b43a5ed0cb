package dev.annals.extract.history;

import java.util.Map;
import org.flywaydb.core.internal.sqlscript.SqlScript;

/**
 * What Flyway runs when something happens: an SQL file, {@code afterMigrate__grants.sql}, or a
 * class that is named in its setting {@code callbacks}.
 *
 * @param event what happens, as Flyway calls it
 * @param path where the file is, from the project's folder, with slashes
 * @param sql the file's text, before placeholders are filled in; empty for a class
 * @param script its statements, placeholders filled in, and how they are to be run
 * @param placeholders Flyway's own, which are shared by all files of a plan
 * @param config the text of its script configuration; empty without one
 * @param code what runs it where it is a Java class
 */
public record PlannedCallback(
    String event,
    String path,
    String sql,
    SqlScript script,
    Map<String, String> placeholders,
    String config,
    JavaCode code) {

  /**
   * Reads its statements, in any thread.
   *
   * @return whether they run in one transaction
   * @throws dev.annals.model.Problem if Flyway would refuse them
   */
  public boolean parse() {
    if (code.isJava()) {
      return code.transactional();
    }
    return PlannedMigration.parse("callback", path, script, placeholders);
  }
}
