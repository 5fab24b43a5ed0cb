package dev.annals.app;

import dev.annals.app.config.Config;
import dev.annals.app.config.ConfigReader;
import dev.annals.extract.history.ProjectCode;
import dev.annals.extract.history.SettingsReader;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a user asked to be built.
 *
 * @param project the project's folder
 * @param config the configuration file; it need not exist
 * @param output where the site goes; null where the configuration decides
 * @param offline ask no live database, fetch nothing
 * @param cached whether what former runs kept is used, and this run's results are kept
 * @param environment the environment variables
 * @param code the project's classes, for Java migrations
 * @param flyway what is said to Flyway elsewhere, as Flyway calls it without {@code flyway.};
 *     counts where neither a configuration of Flyway's nor {@code annals.yml} says it
 */
public record BuildRequest(
    Path project,
    Path config,
    Path output,
    boolean offline,
    boolean cached,
    Map<String, String> environment,
    ProjectCode code,
    Map<String, String> flyway) {

  /** A request that runs none of the project's classes. */
  public BuildRequest(
      Path project,
      Path config,
      Path output,
      boolean offline,
      boolean cached,
      Map<String, String> environment) {
    this(project, config, output, offline, cached, environment, ProjectCode.NONE, Map.of());
  }

  public BuildRequest {
    environment = Map.copyOf(environment);
    flyway = Map.copyOf(flyway);
  }

  /**
   * What the project's configuration says.
   *
   * @throws dev.annals.model.Problem if it cannot be read
   */
  Config configuration() {
    Config read = new ConfigReader(environment).read(project, config);
    return flyway.isEmpty() || !SettingsReader.configurationOf(project).isEmpty()
        ? read
        : read.withFlyway(flyway);
  }
}
