package dev.annals.app;

import dev.annals.app.config.Config;
import dev.annals.app.config.ConfigReader;
import dev.annals.model.story.Chronicle;
import dev.annals.publish.SiteWriter;
import dev.annals.render.PageMaker;
import dev.annals.render.Theme;
import dev.annals.render.page.Kept;
import java.nio.file.Path;
import java.util.List;

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
    Path output = request.output() == null ? config.output() : request.output();
    Theme theme = ThemeReader.of(config);
    StorySource source = new StorySource(request, progress);
    Chronicle chronicle = source.read(config);
    long start = System.nanoTime();
    KeptWork work = KeptWork.of(request);
    try (SiteWriter writer =
        SiteWriter.open(output, Caches.folder(request.environment()).resolve("locks"))) {
      List<PageMaker> makers = WholeSite.of(chronicle, theme, source.images(), new Kept());
      // the largest files, made while the pages are
      makers.stream().filter(maker -> maker.path().endsWith(".json")).forEach(PageMaker::begin);
      PageMaker.makeAll(makers, writer::accept);
      work.keep();
      int files = writer.publish();
      progress.done(
          "%d files published (%d ms)".formatted(files, (System.nanoTime() - start) / 1_000_000));
    }
    return output.resolve("index.html");
  }
}
