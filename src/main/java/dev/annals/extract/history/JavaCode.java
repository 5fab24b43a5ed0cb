package dev.annals.extract.history;

import dev.annals.model.Problem;
import dev.annals.model.history.Migration;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.executor.Context;
import org.flywaydb.core.api.executor.MigrationExecutor;

/** What a migration or a callback does that is a Java class: Flyway's own machinery runs it. */
public final class JavaCode {

  /** What is no Java. */
  public static final JavaCode NONE = new JavaCode("", "", "", null, null);

  private final String what;
  private final String name;
  private final String hash;
  private final MigrationExecutor executor;
  private final Configuration configuration;

  /**
   * @param what "migration" or "callback"
   */
  JavaCode(
      String what,
      String name,
      String hash,
      MigrationExecutor executor,
      Configuration configuration) {
    this.what = what;
    this.name = name;
    this.hash = hash;
    this.executor = executor;
    this.configuration = configuration;
  }

  /** True for Java. */
  public boolean isJava() {
    return executor != null;
  }

  /** Differs where what it does may differ; empty for no Java. */
  public String hash() {
    return hash;
  }

  /** Whether it says that it can run in a transaction. */
  boolean transactional() {
    return executor.canExecuteInTransaction();
  }

  /**
   * Runs it.
   *
   * @param connection is lent to it
   * @param about the migration that it is, or that it runs around; null where it is about none
   * @param statement what a callback of a statement runs around; empty for others
   * @throws SQLException what the server said to it
   * @throws Problem if it fails otherwise
   */
  public void run(Connection connection, Migration about, String statement) throws SQLException {
    Thread thread = Thread.currentThread();
    ClassLoader former = thread.getContextClassLoader();
    thread.setContextClassLoader(configuration.getClassLoader());
    try {
      executor.execute(new Lent(connection, configuration, about, statement));
    } catch (FlywayException | LinkageError e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException refused) {
          throw refused;
        }
      }
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw Problem.failure(
          "replaying the Java " + what + " " + name + ": " + cause,
          "Nothing was published. It ran in this process with the project's own class path: is all"
              + " there that it needs?",
          e);
    } finally {
      thread.setContextClassLoader(former);
    }
  }

  /** What it is told and lent. */
  record Lent(Connection connection, Configuration configuration, Migration about, String statement)
      implements Context {
    @Override
    public Configuration getConfiguration() {
      return configuration;
    }

    @Override
    public Connection getConnection() {
      return connection;
    }
  }
}
