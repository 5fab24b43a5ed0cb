package dev.annals.extract.replay;

import dev.annals.extract.catalog.CatalogScope;
import dev.annals.extract.catalog.postgresql.PostgresCatalog;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.model.schema.Schema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.baseline.BaselineMigrationConfigurationExtension;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** What Flyway's own {@code migrate} does with a project, to compare ours with. */
public final class FlywayRun {

  private FlywayRun() {}

  /** Migrates a fresh database of the server with Flyway, and returns its name. */
  public static String migrate(ScratchServer server, Path project, FlywaySettings settings)
      throws SQLException {
    String database = server.createDatabase();
    FluentConfiguration configuration =
        Flyway.configure()
            .configuration(settings.properties())
            .dataSource(server.migratorSource(database))
            .locations(
                settings.folders().stream()
                    .map(folder -> "filesystem:" + project.resolve(folder))
                    .toArray(String[]::new))
            .loggers("slf4j");
    configuration
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    configuration
        .getConfigurationExtension(BaselineMigrationConfigurationExtension.class)
        .setBaselineMigrationPrefix("NOBASE");
    configuration.load().migrate();
    return database;
  }

  /** The schema of a database. */
  public static Schema schema(ScratchServer server, String database, FlywaySettings settings)
      throws SQLException {
    try (Connection admin = server.admin(database)) {
      return PostgresCatalog.read(
              admin, new CatalogScope(new TreeSet<>(List.of(settings.table(), "schema_version"))))
          .schema();
    }
  }
}
