package dev.annals.app;

import dev.annals.app.config.Config;
import dev.annals.app.config.ConfigReader;
import java.nio.file.Path;

/** Builds a site: from a project's migrations to published pages. */
public final class BuildSite {

  private final BuildRequest request;
  private final Progress progress;

  /** A build that tells {@code progress} how far it is. */
  public BuildSite(BuildRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  /**
   * Builds it.
   *
   * @return the site's home page
   * @throws dev.annals.model.Problem if anything stops it; the former site is untouched then
   */
  public Path run() {
    Config config =
        new ConfigReader(request.environment()).read(request.project(), request.config());
    progress.note(config.title());
    throw new UnsupportedOperationException("not yet");
  }
}
