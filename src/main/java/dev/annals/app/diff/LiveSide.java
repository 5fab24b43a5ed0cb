package dev.annals.app.diff;

import dev.annals.app.Environments;
import dev.annals.app.config.DatabaseConfig;
import dev.annals.app.config.DatabaseConfig.Connection;
import dev.annals.app.config.DatabaseConfig.EnvironmentConfig;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.model.Nearest;
import dev.annals.model.Problem;
import dev.annals.model.history.LiveDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the live database that a user means, and reads it. */
final class LiveSide {

  private static final String USER = "ANNALS_DATABASE_USER";
  private static final String PASSWORD = "ANNALS_DATABASE_PASSWORD";
  private static final int SECONDS = 30;

  private LiveSide() {}

  /**
   * Reads it.
   *
   * @param settings what the project says to Flyway
   * @throws Problem if it is not known, or cannot be read
   */
  static LiveDatabase read(
      DiffRequest.What.Live what,
      DatabaseConfig database,
      FlywaySettings settings,
      Map<String, String> environment) {
    if (what.environment().isEmpty()) {
      Connection at =
          new Connection(
              address(what.url()),
              environment.getOrDefault(USER, ""),
              environment.getOrDefault(PASSWORD, ""));
      return Environments.read(name(what.url()), at, SECONDS, settings);
    }
    EnvironmentConfig config =
        database.environments().stream()
            .filter(each -> each.name().equals(what.environment()))
            .findFirst()
            .orElseThrow(() -> unknown(what.environment(), database));
    if (!config.connection().given()) {
      throw Problem.usage(
          "comparing with the environment " + config.name() + ": it has no address",
          "annals.yml takes it from a variable that is not set here, it seems.");
    }
    return Environments.read(config.name(), config.connection(), config.timeoutSeconds(), settings);
  }

  /** Arguments are seen by everybody on the machine, and kept by shells. */
  private static String address(String url) {
    if (url.toLowerCase(Locale.ROOT).contains("password=") || url.matches("jdbc:\\w+://[^/]*@.*")) {
      throw Problem.usage(
          "comparing with a live database: its address holds a password, or a user",
          "Set %s and %s instead.".formatted(USER, PASSWORD));
    }
    return url;
  }

  /** The last part of an address, which is the database's name. */
  private static String name(String url) {
    String path = url.replaceAll("[?;].*", "");
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
    return name.isEmpty() ? "the live database" : name;
  }

  private static Problem unknown(String name, DatabaseConfig database) {
    List<String> names = database.environments().stream().map(EnvironmentConfig::name).toList();
    String near = Nearest.suggestion(name, names);
    return Problem.usage(
        "comparing with the environment \"" + name + "\": annals.yml does not name it",
        !near.isEmpty()
            ? near
            : names.isEmpty()
                ? "Name it: databases: [{ environments: { %s: { url: \"${URL}\" } } }], or give its address, jdbc:…"
                    .formatted(name)
                : "Known: " + String.join(", ", names) + ".");
  }
}
