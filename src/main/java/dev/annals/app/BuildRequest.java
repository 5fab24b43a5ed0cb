package dev.annals.app;

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
 */
public record BuildRequest(
    Path project,
    Path config,
    Path output,
    boolean offline,
    boolean cached,
    Map<String, String> environment) {

  public BuildRequest {
    environment = Map.copyOf(environment);
  }
}
