package dev.annals.app;

import java.nio.file.Path;

/** Sites that tests build of projects of their own. */
public final class OwnSite {

  private OwnSite() {}

  /** Builds a project's site in its folder {@code site}; no live database is asked. */
  public static Path of(Path project) {
    return of(project, project.resolve("site"));
  }

  /** The same in any folder. */
  public static Path of(Path project, Path site) {
    new BuildSite(request(project, site), Progress.SILENT).run();
    return site;
  }

  /** What such a build is asked for. */
  static BuildRequest request(Path project, Path site) {
    return new BuildRequest(
        project, project.resolve("annals.yml"), site, true, false, OwnCache.environment());
  }
}
