package dev.annals.app;

import dev.annals.app.InitReport.Line;
import dev.annals.app.config.Config;
import dev.annals.app.config.ConfigReader;
import dev.annals.model.Problem;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Importance;
import dev.annals.model.story.Names;
import dev.annals.model.story.Rationale;
import dev.annals.publish.NewFiles;
import dev.annals.render.html.Templates;
import dev.annals.render.stub.Described;
import dev.annals.render.stub.StubPages;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Begins with a project: its configuration, and first pages of the tables that matter most. What is
 * there is never written over.
 */
public final class InitProject {

  private static final int PAGES = 12;

  private final InitRequest request;
  private final Progress progress;
  private final Templates templates = new Templates();
  private final List<SiteFile> files = new ArrayList<>();
  private final Map<String, String> about = new LinkedHashMap<>();
  private final List<Line> left = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** A beginning; {@code progress} is told how far it is. */
  public InitProject(InitRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  /**
   * Begins.
   *
   * @return what was written, or would be
   * @throws Problem if there are no migrations, or they cannot be replayed: then no page is written
   */
  public InitReport run() {
    List<Imported.File> imports = Imported.read(request.imports());
    Chronicle chronicle = Files.exists(request.build().config()) ? configured() : unconfigured();
    Imported imported = Imported.of(chronicle.schema(), imports);
    notes.addAll(imported.notes());
    pages(chronicle, imported);
    index(chronicle, imported.database());
    List<String> written =
        request.dryRun()
            ? files.stream().map(SiteFile::path).toList()
            : NewFiles.write(request.build().project(), files);
    List<Line> wrote = written.stream().map(path -> new Line(path, about.get(path))).toList();
    return new InitReport(wrote, left, notes);
  }

  private Chronicle configured() {
    BuildRequest build = request.build();
    Config config = new ConfigReader(build.environment()).read(build.project(), build.config());
    left.add(new Line(String.valueOf(build.config().getFileName()), "it is there"));
    return new StorySource(build, progress).readQuickly(config);
  }

  private Chronicle unconfigured() {
    FirstConfig first = new FirstConfig(request.build(), progress, templates);
    first.search();
    Chronicle chronicle;
    try {
      chronicle = first.replay();
    } catch (Problem e) {
      throw withoutPages(first, e);
    }
    notes.addAll(first.notes());
    add(first.file(), first.where());
    return chronicle;
  }

  /** The configuration is what a user has to mend: it is written, whole, though no page can be. */
  private Problem withoutPages(FirstConfig first, Problem e) {
    List<String> written =
        request.dryRun()
            ? List.of()
            : NewFiles.write(request.build().project(), List.of(first.file()));
    String told =
        written.isEmpty()
            ? "Nothing was written."
            : "annals.yml was written (" + first.where() + "), and no page.";
    String guessed =
        first.notes().stream().map(note -> "Note: " + note + "\n").collect(Collectors.joining());
    return Problem.failure(
        e.getMessage(),
        e.advice().replace("Nothing was published. ", "")
            + "\n"
            + guessed
            + told
            + " Mend this, then run annals init again.",
        e);
  }

  private void add(SiteFile file, String why) {
    files.add(file);
    about.put(file.path(), why);
  }

  private void index(Chronicle chronicle, Described known) {
    if (!known.text().isEmpty()) {
      String path = StubPages.indexPath(chronicle.project().rationale());
      if (NewFiles.isThere(request.build().project(), path)) {
        left.add(new Line(path, "it is there" + untaken(known)));
      } else {
        add(new StubPages(chronicle, templates).index(known), "what " + known.source() + " says");
      }
    }
  }

  private static String untaken(Described known) {
    int count = known.columns().size() + (known.text().isEmpty() ? 0 : 1);
    return count == 0
        ? ""
        : "; "
            + (count == 1 ? "one description" : count + " descriptions")
            + " of "
            + known.source()
            + (count == 1 ? " was" : " were")
            + " not taken";
  }

  private void pages(Chronicle chronicle, Imported imported) {
    StubPages stubs = new StubPages(chronicle, templates);
    Importance importance = Importance.of(chronicle.schema(), chronicle.lifelines());
    for (ObjectRef ref : chosen(chronicle, importance, imported)) {
      Described known = imported.of(ref);
      String path = StubPages.path(chronicle.project().rationale(), ref);
      Optional<Rationale> page = pageOf(chronicle, ref);
      if (page.isPresent()) {
        left.add(new Line(page.get().path(), "it is there" + untaken(known)));
      } else if (NewFiles.isThere(request.build().project(), path)) {
        left.add(
            new Line(
                path,
                "it is there, and is about something else or cannot be read" + untaken(known)));
      } else {
        String from = known.source().isEmpty() ? "" : "; with what " + known.source() + " says";
        add(stubs.page(ref, known), importance.words(ref) + from);
      }
    }
  }

  private Collection<ObjectRef> chosen(
      Chronicle chronicle, Importance importance, Imported imported) {
    Set<ObjectRef> chosen = new LinkedHashSet<>();
    if (request.tables().isEmpty()) {
      List<ObjectRef> ranked = importance.ranked();
      chosen.addAll(ranked.subList(0, Math.min(PAGES, ranked.size())));
    } else {
      Names names = new Names(chronicle.schema());
      request.tables().forEach(name -> chosen.add(named(name, names)));
    }
    chosen.addAll(imported.relations());
    return chosen;
  }

  private static ObjectRef named(String name, Names names) {
    ObjectRef ref =
        names
            .object(name)
            .orElseThrow(
                () ->
                    Problem.usage(
                        "choosing tables: there is no table or view \"" + name + "\"",
                        ("Nothing was written.\n" + names.suggestion(name)).strip()));
    if (!ref.kind().isRelation()) {
      throw Problem.usage(
          "choosing tables: " + ref.display() + " is a " + ref.kind().label(),
          "Nothing was written. Name tables and views.");
    }
    return ref;
  }

  private static Optional<Rationale> pageOf(Chronicle chronicle, ObjectRef ref) {
    Names names = new Names(chronicle.schema());
    return chronicle.rationale().stream()
        .filter(page -> names.object(page.subject()).filter(ref::equals).isPresent())
        .findFirst();
  }
}
