package dev.annals.app;

import dev.annals.app.Inputs.Part;
import dev.annals.app.config.Config;
import dev.annals.app.config.ConfigReader;
import dev.annals.model.Problem;
import dev.annals.model.site.SiteFile;
import dev.annals.model.site.SiteFormat;
import dev.annals.model.story.Chronicle;
import dev.annals.publish.Answer;
import dev.annals.publish.PreviewServer;
import dev.annals.render.Theme;
import dev.annals.render.html.Templates;
import dev.annals.render.page.Kept;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Shows a project's site while it is worked on. Nothing is written: the judged story is kept in
 * memory, and a page is made when a browser asks for it. After an edit only what it has a part in
 * is read again; where it is a bad one, the last good site stays and says what is wrong.
 */
public final class ServeSite implements AutoCloseable {

  /**
   * What is shown.
   *
   * @param edition counted up from 1
   * @param problem why it is not the project as it is now; empty where it is
   */
  private record Shown(LazySite site, long edition, String problem) {}

  private final BuildRequest request;
  private final Progress progress;
  private final Consumer<Problem> told;
  private final Kept kept = new Kept();
  private final KeptRules rules;
  private final Watch watch = new Watch();
  private final PreviewServer server;
  private final Set<Part> owed = EnumSet.allOf(Part.class);
  private List<Path> edited = List.of();
  private boolean again;
  private Inputs inputs;
  private StorySource source;
  private StorySource.Past past;
  private Config config;
  private Chronicle chronicle;
  private Theme theme;
  private Templates templates;
  private volatile Shown shown;
  private volatile String asked = "index.html";

  /**
   * Reads the project and begins to serve.
   *
   * @param port where
   * @param fixed whether another port will not do, should it be taken
   * @param told hears what is wrong with later edits
   * @throws Problem if the project cannot be read as it is, or there is no port
   */
  public ServeSite(
      BuildRequest request, int port, boolean fixed, Progress progress, Consumer<Problem> told) {
    this.request = request;
    this.rules = KeptRules.of(request);
    this.progress = progress;
    this.told = told;
    boolean begun = false;
    try {
      this.shown = new Shown(made(), 1, "");
      this.server = PreviewServer.open(port, fixed, this::answer);
      begun = true;
    } finally {
      if (!begun) {
        watch.close();
      }
    }
  }

  /** Where the home page is. */
  public URI address() {
    return server.address();
  }

  /** Shows what is edited, until it is closed or its thread interrupted. */
  public void run() {
    try {
      while (watch.await()) {
        Map<Part, List<Path>> changed = inputs.changed();
        if (!changed.isEmpty()) {
          owed.addAll(changed.keySet());
          edited = changed.values().stream().flatMap(List::stream).toList();
          again = !show();
        } else if (again) {
          again = false; // what was half written is whole now; what is bad stays bad
          boolean unused = show();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** False where it cannot be shown. */
  private boolean show() {
    long begun = System.nanoTime();
    long edition = shown.edition() + 1;
    try {
      LazySite site = made();
      site.find(asked); // whoever waits for it need not wait for it twice
      shown = new Shown(site, edition, "");
      progress.done(
          "%s changed: shown (%d ms)"
              .formatted(name(edited), (System.nanoTime() - begun) / 1_000_000));
      server.changed(edition);
      return true;
    } catch (Problem e) {
      keep(e);
    } catch (UncheckedIOException e) {
      keep(
          Problem.failure(
              "reading the project: " + e.getMessage(), "Has a file just gone? Save it again.", e));
    }
    return false;
  }

  /** The last good site stays, and says what is wrong with the project. */
  private void keep(Problem problem) {
    String text = (problem.getMessage() + "\n" + problem.advice()).strip();
    if (!text.equals(shown.problem())) {
      shown = new Shown(shown.site(), shown.edition() + 1, text);
      told.accept(problem);
      server.changed(shown.edition());
    }
  }

  private String name(List<Path> files) {
    Path project = request.project().toAbsolutePath().normalize();
    Path first = files.get(0);
    String name = (first.startsWith(project) ? project.relativize(first) : first).toString();
    return files.size() == 1 ? name : name + " and " + (files.size() - 1) + " more";
  }

  /** The site as the project is now; what has not changed is not read again. */
  private LazySite made() {
    if (owed.contains(Part.HISTORY)) {
      config = new ConfigReader(request.environment()).read(request.project(), request.config());
      inputs = new Inputs(request, config);
      inputs.changed();
      watch.folders(inputs.folders());
      source = new StorySource(request, progress);
      past = source.past(config);
      KeptWork.of(request, SiteFormat.HTML); // what a build has drawn need not be drawn again
      owed.addAll(EnumSet.allOf(Part.class));
      owed.remove(Part.HISTORY);
    }
    if (owed.contains(Part.THEME)) {
      theme = ThemeReader.of(config, progress::note);
      templates = new Templates(theme.templates());
    }
    if (owed.contains(Part.PAGES)) {
      chronicle = source.told(past);
    }
    SortedMap<String, byte[]> images = source.images();
    inputs.found(config, chronicle, images.keySet());
    watch.folders(inputs.folders());
    LazySite site =
        new LazySite(
            WholeSite.of(chronicle, theme, images, templates, rules, kept, KeptSite.none())
                .makers());
    owed.clear();
    return site;
  }

  private Answer answer(String path) {
    Shown now = shown;
    SiteFile file = path.isEmpty() ? null : now.site().find(path).orElse(null);
    if (file != null && path.endsWith(".html") && !path.equals(SiteFile.MISSING)) {
      asked = path;
    }
    return new Answer(file, now.edition(), now.problem());
  }

  @Override
  public void close() {
    watch.close();
    server.close();
  }
}
