package dev.annals.render.stub;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Level;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Migration;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Importance;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Remarks;
import dev.annals.render.html.Templates;
import dev.annals.render.notes.Markdown;
import dev.annals.render.page.PageNames;
import dev.annals.render.stub.StubView.Chapter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * First pages for relations that have none: what is known about each, and what only people know.
 */
public final class StubPages {

  private static final int CHAPTERS = 8;

  private final Chronicle chronicle;
  private final Schema schema;
  private final Templates templates;
  private final Importance importance;

  /** First pages of a chronicle's relations. */
  public StubPages(Chronicle chronicle, Templates templates) {
    this.chronicle = chronicle;
    this.schema = chronicle.schema();
    this.templates = templates;
    this.importance = Importance.of(schema, chronicle.lifelines());
  }

  /** Where a relation's page goes, from the project's folder. */
  public static String path(String folder, ObjectRef ref) {
    String name = ref.display();
    boolean plain = name.matches("[a-z0-9_][a-z0-9_.]*") && PageNames.slug(name).equals(name);
    return folder.replaceAll("/+$", "") + "/" + (plain ? name : PageNames.slug(name)) + ".md";
  }

  /**
   * A first page.
   *
   * @param known what somebody has written about it elsewhere
   */
  public SiteFile page(ObjectRef ref, Described known) {
    SchemaObject object = schema.find(ref).orElseThrow();
    List<Lifeline.Event> events = events(ref);
    SortedMap<Integer, List<JudgedChange>> steps = new TreeMap<>();
    for (Lifeline.Event event : events) {
      steps
          .computeIfAbsent(event.step(), step -> new ArrayList<>())
          .add(chronicle.steps().get(event.step()).changes().get(event.change()));
    }
    List<Chapter> story = new ArrayList<>();
    worthTelling(steps).forEach(step -> story.add(chapter(step, steps.get(step), ref)));
    StubView view =
        new StubView(
            ref.kind() == ObjectKind.TABLE ? "table" : "view",
            Quoted.yaml(ref.display()),
            "",
            known.text().isBlank(),
            Quoted.block(known.text()),
            known.source().isEmpty() ? "" : Markdown.code(known.source()),
            Quoted.lines(object.comment()),
            story,
            steps.size() - story.size(),
            new Neighbours(schema).of(ref),
            known.text().isBlank()
                ? Questions.about(chronicle, ref, importance, events)
                : List.of(),
            columns(ref, known),
            lastVersion());
    return SiteFile.text(
        path(chronicle.project().rationale(), ref),
        templates.fill("stub.md.ftl", Map.of("page", view)));
  }

  /** Where the page about the whole database goes, from the project's folder. */
  public static String indexPath(String folder) {
    return folder.replaceAll("/+$", "") + "/index.md";
  }

  /** A first page about the whole database. */
  public SiteFile index(Described known) {
    return SiteFile.text(
        indexPath(chronicle.project().rationale()),
        templates.fill(
            "stub-index.md.ftl",
            Map.of(
                "title",
                Quoted.line(chronicle.project().title()),
                "text",
                Quoted.block(known.text()),
                "source",
                Markdown.code(known.source()))));
  }

  private List<StubView.ColumnText> columns(ObjectRef ref, Described known) {
    return schema.columns(ref.schema(), ref.name()).stream()
        .filter(column -> known.columns().containsKey(column.name()))
        .map(
            column ->
                new StubView.ColumnText(
                    column.name(), Quoted.block(known.columns().get(column.name()))))
        .toList();
  }

  private List<Lifeline.Event> events(ObjectRef ref) {
    return chronicle.lifelines().stream()
        .filter(
            line ->
                line.ref().schema().equals(ref.schema()) && line.ref().owner().equals(ref.name()))
        .flatMap(line -> line.events().stream())
        .distinct()
        .sorted(
            Comparator.comparingInt(Lifeline.Event::step).thenComparingInt(Lifeline.Event::change))
        .toList();
  }

  /** The first, those that say why, those that broke somebody, and the latest. */
  private List<Integer> worthTelling(SortedMap<Integer, List<JudgedChange>> steps) {
    List<Integer> ranked = new ArrayList<>(steps.keySet());
    ranked.sort(
        Comparator.comparing((Integer step) -> !step.equals(steps.firstKey()))
            .thenComparing(step -> migrationOf(step).comment().isBlank())
            .thenComparing(step -> steps.get(step).stream().noneMatch(StubPages::breaks))
            .thenComparing(Comparator.reverseOrder()));
    return ranked.stream().limit(CHAPTERS).sorted().toList();
  }

  private static boolean breaks(JudgedChange judged) {
    return judged.verdict().level() == Level.BREAKING;
  }

  private Migration migrationOf(int step) {
    return chronicle.steps().get(step).step().migration();
  }

  private String lastVersion() {
    return chronicle.steps().stream()
        .map(step -> step.step().migration().version())
        .filter(version -> !version.isEmpty())
        .reduce("1", (first, second) -> second);
  }

  private Chapter chapter(int step, List<JudgedChange> changes, ObjectRef ref) {
    Migration migration = migrationOf(step);
    boolean made =
        changes.stream()
            .anyMatch(
                judged ->
                    judged.change() instanceof Change.Added
                        && judged.change().subject().kind() == ref.kind()
                        && judged.change().subject().parent().isEmpty());
    StringBuilder line = new StringBuilder(made ? "Made" : "Changed").append(" in ");
    line.append(migration(migration));
    Commit commit = migration.introduced();
    if (commit.known()) {
      line.append(", by ")
          .append(Quoted.line(commit.author()))
          .append(" on ")
          .append(commit.date());
      if (!commit.subject().isBlank()) {
        line.append(" (").append(Markdown.code(commit.subject())).append(')');
      }
    }
    if (!made) {
      line.append(": ").append(what(changes));
    }
    return new Chapter(
        line.toString(),
        Remarks.about(chronicle.steps().get(step), ref)
            ? Quoted.lines(migration.comment())
            : List.of());
  }

  private static String what(List<JudgedChange> changes) {
    String first = Quoted.line(changes.get(0).verdict().summary());
    int more = changes.size() - 1;
    return first
        + (more == 0 ? "" : more == 1 ? ", and one more change" : ", and " + more + " more");
  }

  /** A link to a migration with its description. */
  static String migration(Migration migration) {
    return migration.version().isEmpty()
        ? Markdown.code(migration.script())
        : "[[V" + migration.version() + "]] *" + Quoted.line(migration.description()) + "*";
  }
}
