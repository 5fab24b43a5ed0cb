package dev.annals.render.notes;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Level;
import dev.annals.model.schema.Deprecation;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Release;
import dev.annals.render.html.Sentences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the notes of a release out of its net effect and its migrations. */
final class NotesMaker {

  /** As many of one sort are told in one line. */
  private static final int FOLD = 3;

  /** Of more than that nobody reads the names. */
  private static final int MANY = 60;

  private final Chronicle chronicle;
  private final Release release;
  private final Mended mended;
  private final Set<ObjectRef> old;
  private final RowNotes rows;

  private final List<Rationale> pages;

  /**
   * The notes of one release.
   *
   * @param pages those of the team's that may say something of it
   */
  NotesMaker(Chronicle chronicle, Release release, List<Rationale> pages) {
    this.pages = pages;
    this.chronicle = chronicle;
    this.release = release;
    this.mended = new Mended(chronicle, release);
    this.old = Former.relations(chronicle, release);
    this.rows = new RowNotes(steps().map(step -> step.step().migration()).toList(), old);
  }

  NotesView view() {
    List<JudgedChange> breaking =
        release.changes().stream().filter(judged -> judged.verdict().breaking()).toList();
    return new NotesView(
        title(),
        release.cut().date(),
        release.version().toString(),
        release.bump().label(release.changes()),
        since(),
        headline(breaking.size()) + course(),
        warnings(),
        BreakingNotes.items(breaking),
        BreakingNotes.unbroken(breaking),
        groups(),
        new WhyNotes(chronicle, release, pages).lines(),
        MigrationNotes.entries(steps().map(step -> step.step().migration()).toList()),
        upgrade(),
        new RollbackNotes(chronicle, old).lines(release.steps()),
        release.cut().edited().stream().map(Markdown::code).toList());
  }

  private List<String> upgrade() {
    List<JudgedStep> steps = steps().toList();
    List<String> lines = new ArrayList<>(new UpgradeNotes(steps, old).lines());
    lines.addAll(rows.lines());
    lines.addAll(Durations.lines(chronicle.environments(), steps));
    return lines;
  }

  private String title() {
    String title = release.cut().title();
    return Markdown.text(release.cut().name() + (title.isEmpty() ? "" : " – " + title));
  }

  /** What was there before: a version of the schema, and the release that had it. */
  private String since() {
    return before()
        .map(before -> before.version() + " in " + Markdown.text(before.cut().name()))
        .orElse("");
  }

  private Optional<Release> before() {
    return chronicle.before(release);
  }

  /** A migration that has run does not run again, whatever its file says now. */
  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    before()
        .ifPresent(
            before -> {
              List<String> rewritten = before.cut().rewrittenIn(release.cut());
              List<String> missing = before.cut().missingIn(release.cut());
              if (!rewritten.isEmpty()) {
                warnings.add(
                    "Rewritten since %s: %s. A database that has run them does not get the new text; %s."
                        .formatted(
                            Markdown.text(before.cut().name()),
                            names(rewritten),
                            release.changes().isEmpty()
                                ? "the schema is the same by either"
                                : "what it changes is told below"));
              }
              if (!missing.isEmpty()) {
                warnings.add(
                    "Deleted since %s: %s. A database that has run them keeps what they did, though it is told below as if it had never been."
                        .formatted(Markdown.text(before.cut().name()), names(missing)));
              }
            });
    return warnings;
  }

  private static String names(List<String> versions) {
    return versions.stream().map(Markdown::code).collect(Collectors.joining(", "));
  }

  private Stream<JudgedStep> steps() {
    return release.steps().stream().map(chronicle.steps()::get);
  }

  private String headline(int breaking) {
    if (release.changes().isEmpty()) {
      return rows.lines().isEmpty()
          ? "The schema is the same as before."
          : "The schema is the same as before; rows are changed.";
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("added", count(Change.Added.class));
    counts.put(
        "changed",
        release.changes().size() - count(Change.Added.class) - count(Change.Dropped.class));
    counts.put("removed", count(Change.Dropped.class));
    StringJoiner text = new StringJoiner(", ", "", ". ");
    counts.forEach(
        (what, count) -> {
          if (count > 0) {
            text.add(count + " " + what);
          }
        });
    return before().isEmpty() && breaking == 0 ? text.toString().strip() : text + users(breaking);
  }

  private String course() {
    String course = Course.of(chronicle, release);
    return course.isEmpty() ? "" : " " + course;
  }

  private String users(int breaking) {
    long doubtful =
        release.changes().stream()
            .filter(judged -> judged.verdict().level() == Level.POTENTIALLY_BREAKING)
            .count();
    if (breaking > 0) {
      return breaking + (breaking == 1 ? " change breaks" : " changes break") + " users.";
    }
    boolean counted =
        release.changes().stream().anyMatch(judged -> judged.verdict().theTeams().isPresent());
    return doubtful == 0
        ? "Nothing that used the schema before should break"
            + (counted ? ", as the team counts it." : ".")
        : "Nothing breaks for certain; "
            + doubtful
            + (doubtful == 1 ? " change" : " changes")
            + " may break some users.";
  }

  private long count(Class<? extends Change> type) {
    return release.changes().stream().filter(judged -> type.isInstance(judged.change())).count();
  }

  private List<NotesView.Group> groups() {
    List<NotesView.Group> groups = new ArrayList<>();
    for (Section section : Section.values()) {
      List<JudgedChange> changes =
          release.changes().stream()
              .filter(judged -> !judged.verdict().breaking())
              .filter(judged -> (mended.is(judged) ? Section.FIXED : Section.of(judged)) == section)
              .filter(judged -> !Followed.by(judged, release.changes()))
              .sorted(Comparator.comparing(NotesMaker::rank))
              .toList();
      List<String> lines = new ArrayList<>(lines(changes));
      lines.addAll(further(section));
      if (!lines.isEmpty()) {
        groups.add(new NotesView.Group(section.title(), lines));
      }
    }
    return groups;
  }

  /** Tables and what is like them first, then what they are made of, then what is about them. */
  private static int rank(JudgedChange judged) {
    ObjectKind kind = judged.change().kind();
    if (judged.change() instanceof Change.Altered altered
        && altered.property() == Property.COMMENT) {
      return 3;
    }
    return switch (kind) {
      case SCHEMA, EXTENSION, TABLE, VIEW, MATERIALIZED_VIEW -> 0;
      case COLUMN, ENUM, ENUM_VALUE, DOMAIN, COMPOSITE, ATTRIBUTE, RANGE -> 1;
      default -> 2;
    };
  }

  /** What is no structural change of this release. */
  private List<String> further(Section section) {
    return switch (section) {
      case CHANGED -> new SuccessionNotes(chronicle).lines(release);
      case DEPRECATED -> announcedOnPages();
      default -> List.of();
    };
  }

  /** A page is of no release: what it says belongs to the one that it names. */
  private List<String> announcedOnPages() {
    String name = release.cut().name().replaceFirst("^v(?=\\d)", "");
    return chronicle.deprecations().stream()
        .filter(each -> each.since().replaceFirst("^v(?=\\d)", "").equals(name))
        .map(each -> Markdown.text(each.sentence() + "."))
        .toList();
  }

  private static List<String> lines(List<JudgedChange> changes) {
    List<String> lines = new ArrayList<>();
    for (List<JudgedChange> group : Alike.groups(changes, FOLD, NotesMaker::alike)) {
      lines.add(group.size() >= FOLD ? folded(group) : line(group.get(0)));
    }
    return lines.stream().distinct().toList();
  }

  /** What is announced is told alone. */
  private static List<Alike> alike(JudgedChange judged) {
    return Section.of(judged) == Section.DEPRECATED ? List.of() : Alike.all(judged);
  }

  private static String summary(JudgedChange judged) {
    return Markdown.text(Sentences.about(judged.change().subject(), judged.verdict().summary()));
  }

  private static String line(JudgedChange judged) {
    if (Section.of(judged) == Section.DEPRECATED
        && judged.change() instanceof Change.Altered altered) {
      return Deprecation.of(altered.after())
          .map(deprecation -> Markdown.text(deprecation.sentence() + "."))
          .orElseThrow();
    }
    boolean asOwner =
        judged.change() instanceof Change.Added added && Section.runsAsItsOwner(added.object());
    return summary(judged)
        + (asOwner ? " It runs with the rights of its owner." : "")
        + doubt(judged);
  }

  /** What the reader has to know of a change that is not told as breaking. */
  private static String doubt(JudgedChange judged) {
    String doubt =
        judged.verdict().level() == Level.POTENTIALLY_BREAKING ? " *May break some users.*" : "";
    return judged
        .verdict()
        .theTeams()
        .map(said -> doubt + " *" + Markdown.text(Sentences.of(said)) + "*")
        .orElse(doubt);
  }

  private static String folded(List<JudgedChange> sort) {
    JudgedChange first = sort.get(0);
    String what = Alike.common(sort).orElseThrow().of(sort.size());
    boolean said =
        first.change().kind() == ObjectKind.TRIGGER
            || sort.size() > MANY
            || (first.change() instanceof Change.Altered altered
                && altered.property() == Property.COMMENT);
    return "%s: %s.%s"
        .formatted(
            Markdown.text(capital(what)),
            said ? Places.counted(sort) : Places.some(sort),
            doubt(first));
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
