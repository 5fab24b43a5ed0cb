package dev.annals.extract.history;

import dev.annals.model.history.Migration;
import dev.annals.model.history.MigrationKind;
import java.sql.Connection;
import java.util.Date;
import java.util.List;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Error;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.callback.Statement;
import org.flywaydb.core.api.callback.Warning;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.executor.MigrationExecutor;
import org.flywaydb.core.api.output.OperationResult;
import org.flywaydb.core.extensibility.MigrationType;
import org.flywaydb.core.internal.jdbc.Results;

/**
 * A callback that is a class, at one event, told what Flyway would tell it ({@code
 * DefaultCallbackExecutor}).
 */
record CallbackClass(Callback callback, Event event, Configuration configuration)
    implements MigrationExecutor {

  /** Whether it does something at that event, as far as it knows before anything runs. */
  boolean supports() {
    try {
      return callback.supports(event, told(null, null, ""));
    } catch (RuntimeException e) {
      return true; // it wants to know more: it is asked again
    }
  }

  @Override
  public List<Results> execute(org.flywaydb.core.api.executor.Context context) {
    JavaCode.Lent lent = (JavaCode.Lent) context; // by which JavaCode calls
    Told told = told(lent.connection(), lent.about(), lent.statement());
    try {
      if (callback.supports(event, told)) {
        callback.handle(event, told);
      }
    } catch (RuntimeException e) {
      throw new FlywayException(e.getMessage(), e);
    }
    return List.of();
  }

  @Override
  public boolean canExecuteInTransaction() {
    return callback.canHandleInTransaction(event, told(null, null, ""));
  }

  @Override
  public boolean shouldExecute() {
    return true;
  }

  private Told told(Connection connection, Migration about, String statement) {
    return new Told(
        configuration,
        connection,
        about == null ? null : new Running(about),
        statement.isEmpty() ? null : new Ran(statement));
  }

  /** The components are called as Flyway calls them. */
  private record Told(
      Configuration getConfiguration,
      Connection getConnection,
      MigrationInfo getMigrationInfo,
      Statement getStatement)
      implements Context {
    @Override
    public OperationResult getOperationResult() {
      return null;
    }
  }

  private record Ran(String getSql) implements Statement {
    @Override
    public List<Warning> getWarnings() {
      return List.of();
    }

    @Override
    public List<Error> getErrors() {
      return List.of();
    }
  }

  /** A migration that is being run, and is in no database's table yet. */
  private record Running(Migration migration) implements MigrationInfo {
    @Override
    public MigrationType getType() {
      return migration.path().endsWith(".class") ? CoreMigrationType.JDBC : CoreMigrationType.SQL;
    }

    @Override
    public Integer getChecksum() {
      return migration.checksum();
    }

    @Override
    public MigrationVersion getVersion() {
      return migration.kind() == MigrationKind.REPEATABLE
          ? null
          : MigrationVersion.fromVersion(migration.version());
    }

    @Override
    public String getDescription() {
      return migration.description();
    }

    @Override
    public String getScript() {
      return migration.script();
    }

    @Override
    public MigrationState getState() {
      return MigrationState.PENDING;
    }

    @Override
    public Date getInstalledOn() {
      return null;
    }

    @Override
    public String getInstalledBy() {
      return null;
    }

    @Override
    public Integer getInstalledRank() {
      return null;
    }

    @Override
    public Integer getExecutionTime() {
      return null;
    }

    @Override
    public String getPhysicalLocation() {
      return migration.path();
    }

    @Override
    public int compareVersion(MigrationInfo other) {
      return compareTo(other);
    }

    @Override
    public int compareTo(MigrationInfo other) {
      if (getVersion() != null && other.getVersion() != null) {
        return getVersion().compareTo(other.getVersion());
      }
      return getVersion() == null && other.getVersion() == null
          ? getDescription().compareTo(other.getDescription())
          : getVersion() == null ? 1 : -1;
    }
  }
}
