package dev.annals.app;

import dev.annals.app.config.Config;
import dev.annals.app.config.ConfigReader;
import dev.annals.json.ChronicleJson;
import dev.annals.json.NotesJson;
import dev.annals.judge.RuleBook;
import dev.annals.judge.rules.RulePages;
import dev.annals.model.site.SiteFile;
import dev.annals.model.site.SiteFormat;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Release;
import dev.annals.publish.SiteWriter;
import dev.annals.render.SiteRenderer;
import dev.annals.render.Theme;
import dev.annals.render.html.Templates;
import dev.annals.render.markdown.MarkdownSite;
import dev.annals.render.notes.NotesRenderer;
import dev.annals.render.page.PageNames;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Builds a site: from a project's migrations to published pages. */
public final class BuildSite {

  private final BuildRequest request;
  private final Progress progress;
  private final Optional<SiteFormat> asked;

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
    Config config =
        new ConfigReader(request.environment()).read(request.project(), request.config());
    SiteFormat format = asked.orElse(config.format());
    Path output = output(config, format);
    Theme theme = ThemeReader.of(config);
    StorySource source = new StorySource(request, progress);
    Chronicle chronicle = source.read(config);
    long start = System.nanoTime();
    try (SiteWriter writer =
        SiteWriter.open(output, Caches.folder(request.environment()).resolve("locks"))) {
      source
          .images()
          .forEach((path, bytes) -> writer.accept(new SiteFile(PageNames.image(path), bytes)));
      if (format == SiteFormat.MARKDOWN) {
        new MarkdownSite(theme, RuleBook.pages()).render(chronicle, writer::accept);
      } else {
        render(chronicle, theme, writer::accept);
      }
      int files = writer.publish();
      progress.done(
          "%d files published (%d ms)".formatted(files, (System.nanoTime() - start) / 1_000_000));
    }
    return output.resolve(format == SiteFormat.MARKDOWN ? "index.md" : "index.html");
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

  private void render(Chronicle chronicle, Theme theme, Consumer<SiteFile> out) {
    // the largest files, made while the pages are
    CompletableFuture<byte[]> whole =
        CompletableFuture.supplyAsync(() -> ChronicleJson.write(chronicle));
    CompletableFuture<byte[]> schema =
        CompletableFuture.supplyAsync(() -> ChronicleJson.writeSchema(chronicle));
    out.accept(new SiteFile("chronicle.schema.json", ChronicleJson.chronicleSchema()));
    out.accept(new SiteFile("schema.schema.json", ChronicleJson.schemaSchema()));
    out.accept(new SiteFile("notes.schema.json", NotesJson.schema()));
    Templates templates = new Templates(theme.templates());
    new SiteRenderer(templates, theme, RuleBook.pages(), RulePages.notJudged())
        .render(chronicle, out);
    NotesRenderer notes = new NotesRenderer(templates);
    for (Release release : chronicle.releases()) {
      out.accept(
          SiteFile.text(
              "releases/" + PageNames.releaseStem(release.cut().name()) + ".md",
              notes.render(chronicle, release)));
    }
    out.accept(new SiteFile("chronicle.json", whole.join()));
    out.accept(new SiteFile("schema.json", schema.join()));
  }
}
