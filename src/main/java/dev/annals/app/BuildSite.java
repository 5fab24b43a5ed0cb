package dev.annals.app;

import dev.annals.app.config.Config;
import dev.annals.judge.RuleBook;
import dev.annals.kept.Key;
import dev.annals.model.site.SiteFile;
import dev.annals.model.site.SiteFormat;
import dev.annals.model.story.Chronicle;
import dev.annals.publish.SiteWriter;
import dev.annals.render.Theme;
import dev.annals.render.markdown.MarkdownSite;
import dev.annals.render.page.Kept;
import dev.annals.render.page.PageNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;

/** Builds a site: from a project's migrations to published pages. */
public final class BuildSite {

  private final BuildRequest request;
  private final NotingProgress progress;
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
    this.progress = new NotingProgress(progress);
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
    Path home = output.resolve(format == SiteFormat.MARKDOWN ? "index.md" : "index.html");
    List<String> notes = new ArrayList<>();
    Theme theme = ThemeReader.of(config, notes::add);
    try (StorySource source = new StorySource(request, progress)) {
      long start = System.nanoTime();
      LastSite last = LastSite.in(output, request, format);
      Optional<String> inputs = source.inputs(config).map(each -> withTheme(each, theme));
      if (last.madeOf(inputs) && stands(output, last)) {
        last.notes().forEach(progress::note);
        progress.done(
            "nothing has changed: %d files stay as they are (%d ms)"
                .formatted(last.files().files().size() - 1, millis(start)));
        return home;
      }
      notes.forEach(progress::note);
      build(config, source, theme, format, output, last, inputs);
    }
    return home;
  }

  private static String withTheme(String inputs, Theme theme) {
    List<String> parts = new ArrayList<>(List.of(inputs));
    parts.addAll(Frame.of(theme));
    return Key.of(parts.toArray(String[]::new)).hex();
  }

  private SiteWriter writer(Path output) {
    return SiteWriter.open(output, Caches.folder(request.environment()).resolve("locks"));
  }

  private boolean stands(Path output, LastSite last) {
    try (SiteWriter writer = writer(output)) {
      return writer.stands(last.files());
    }
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  private void build(
      Config config,
      StorySource source,
      Theme theme,
      SiteFormat format,
      Path output,
      LastSite last,
      Optional<String> inputs) {
    CompletableFuture<Ready> ready = Ready.begin(request, format, theme);
    if (format == SiteFormat.HTML) {
      source.beginBeside(() -> ForkJoinPool.commonPool().execute(() -> ready.join().prepare()));
    }
    Chronicle chronicle = source.read(config);
    long start = System.nanoTime();
    KeptWork work = ready.join().work();
    int files;
    try (SiteWriter writer = writer(output)) {
      KeptSite kept = KeptSite.none();
      if (format == SiteFormat.MARKDOWN) {
        source
            .images()
            .forEach((path, bytes) -> writer.accept(new SiteFile(PageNames.image(path), bytes)));
        new MarkdownSite(theme, RuleBook.pages()).render(chronicle, writer::accept);
        files = writer.publish();
        work.keep(true);
      } else {
        kept =
            source
                .past()
                .map(past -> KeptSite.of(request, past, Frame.of(chronicle, theme)))
                .orElse(kept);
        WholeSite site =
            WholeSite.of(
                chronicle,
                theme,
                source.images(),
                ready.join().templates(),
                ready.join().rules(),
                new Kept(),
                kept);
        boolean whole = !kept.tookAny();
        files = new MadePages(kept, site, writer, last.files()).publish(() -> work.keep(whole));
        made = kept.made();
      }
      last.keep(
          source.past().flatMap(past -> inputs),
          progress.notes(),
          writer.published(kept.contents()));
      progress.done("%d files published (%d ms)".formatted(files, millis(start)));
    }
  }

  /** How many pages and files of data the last run made anew. */
  int made() {
    return made;
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
