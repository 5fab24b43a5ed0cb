package dev.annals.app;

import dev.annals.app.config.DatabaseConfig;
import dev.annals.app.config.DatabaseConfig.Connection;
import dev.annals.app.config.DatabaseConfig.EnvironmentConfig;
import dev.annals.extract.catalog.CatalogScope;
import dev.annals.extract.catalog.postgresql.PostgresCatalog;
import dev.annals.extract.environment.LiveReader;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.judge.EnvironmentJudge;
import dev.annals.model.history.History;
import dev.annals.model.history.LiveDatabase;
import dev.annals.model.story.Environment;
import java.util.ArrayList;
import java.util.List;

/** Reads the live databases that the configuration names, and compares them with the history. */
public final class Environments {

  private final DatabaseConfig database;
  private final boolean offline;
  private final Progress progress;

  Environments(DatabaseConfig database, boolean offline, Progress progress) {
    this.database = database;
    this.offline = offline;
    this.progress = progress;
  }

  List<Environment> read(History history, FlywaySettings settings) {
    EnvironmentJudge judge = new EnvironmentJudge(history);
    List<Environment> environments = new ArrayList<>();
    for (EnvironmentConfig config : database.environments()) {
      environments.add(judge.judge(live(config, settings)));
    }
    return environments;
  }

  private LiveDatabase live(EnvironmentConfig config, FlywaySettings settings) {
    if (!config.connection().given()) {
      return LiveDatabase.unread(config.name(), "It was not asked: no address is given.");
    }
    if (offline) {
      return LiveDatabase.unread(config.name(), "It was not asked: the site was built offline.");
    }
    progress.at(
        "reading environments", number(config), database.environments().size(), config.name());
    return read(config.name(), config.connection(), config.timeoutSeconds(), settings);
  }

  /**
   * Reads one live database.
   *
   * @param settings say which table Flyway keeps its history in there, and where
   * @throws dev.annals.model.Problem if it cannot be reached or read
   */
  public static LiveDatabase read(
      String name, Connection at, int timeoutSeconds, FlywaySettings settings) {
    CatalogScope scope = CatalogScope.flyway(settings.table());
    LiveReader reader =
        new LiveReader(
            (connection, unread) -> PostgresCatalog.readable(connection, scope, unread).schema());
    return reader.read(
        new LiveReader.Target(
            name,
            at.url(),
            at.user(),
            at.password(),
            settings.table(),
            settings.defaultSchema(),
            timeoutSeconds));
  }

  private int number(EnvironmentConfig config) {
    return database.environments().indexOf(config) + 1;
  }
}
