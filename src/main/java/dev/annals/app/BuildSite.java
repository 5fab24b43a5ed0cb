package dev.annals.app;

import dev.annals.app.config.Config;
import dev.annals.judge.RuleBook;
import dev.annals.model.site.SiteFile;
import dev.annals.model.site.SiteFormat;
import dev.annals.model.story.Chronicle;
import dev.annals.publish.SiteWriter;
import dev.annals.render.PageMaker;
import dev.annals.render.Theme;
import dev.annals.render.markdown.MarkdownSite;
import dev.annals.render.page.Kept;
import dev.annals.render.page.PageNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Builds a site: from a project's migrations to published pages. */
public final class BuildSite {

  private final BuildRequest request;
  private final Progress progress;
  private final Optional<SiteFormat> asked;
  private int made;

  /** A build that tells {@code progress} how far it is. */
  public BuildSite(BuildRequest request, Progress progress) {
    this(request, progress, Optional.empty());
  }

  /**
   * A build of pages in a format that the user asks for. Where the configuration has another and no
   * folder is named, it goes beside the configuration's.
   */
  public BuildSite(BuildRequest request, Progress progress, Optional<SiteFormat> asked) {
    this.asked = asked;
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
    Config config = request.configuration();
    SiteFormat format = asked.orElse(config.format());
    Path output = output(config, format);
    Theme theme = ThemeReader.of(config);
    StorySource source = new StorySource(request, progress);
    Chronicle chronicle = source.read(config);
    long start = System.nanoTime();
    KeptWork work = KeptWork.of(request, format);
    int files;
    try (SiteWriter writer =
        SiteWriter.open(output, Caches.folder(request.environment()).resolve("locks"))) {
      if (format == SiteFormat.MARKDOWN) {
        source
            .images()
            .forEach((path, bytes) -> writer.accept(new SiteFile(PageNames.image(path), bytes)));
        new MarkdownSite(theme, RuleBook.pages()).render(chronicle, writer::accept);
        files = writer.publish();
      } else {
        KeptSite kept =
            source
                .past()
                .map(past -> KeptSite.of(request, Frame.of(past, chronicle, theme)))
                .orElseGet(KeptSite::none);
        WholeSite site = WholeSite.of(chronicle, theme, source.images(), new Kept(), kept);
        files = publish(kept, site, writer);
        made = kept.made();
      }
      work.keep();
      progress.done(
          "%d files published (%d ms)".formatted(files, (System.nanoTime() - start) / 1_000_000));
    }
    return output.resolve(format == SiteFormat.MARKDOWN ? "index.md" : "index.html");
  }

  /** How many pages and files of data the last run made anew. */
  int made() {
    return made;
  }

  private static int publish(KeptSite kept, WholeSite site, SiteWriter writer) {
    kept.ask(site.answers());
    List<PageMaker> makers = site.makers();
    // the largest file, made while the pages are
    makers.stream()
        .filter(maker -> maker.path().equals("chronicle.json"))
        .forEach(PageMaker::begin);
    PageMaker.makeAll(
        makers,
        kept::files,
        made -> {
          if (made.known()) {
            made.files().forEach(writer::acceptKnown);
          } else {
            made.files().forEach(writer::accept);
          }
        });
    int files = writer.publish(kept.links());
    kept.keep(writer.links(kept.fresh()));
    return files;
  }

  private Path output(Config config, SiteFormat format) {
    if (request.output() != null) {
      return request.output();
    }
    Path usual = config.output();
    return format == config.format()
        ? usual
        : usual.resolveSibling(usual.getFileName() + "-" + format.label());
  }
}
