package dev.annals.render.notes;

import dev.annals.model.change.Bump;
import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Level;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Migration;
import dev.annals.model.schema.Deprecation;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Release;
import dev.annals.render.html.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the notes of a release out of its net effect and its migrations. */
final class NotesMaker {

  /** More lines than this of one sort on different tables are folded into one. */
  private static final int FOLD = 6;

  private final Chronicle chronicle;
  private final Release release;

  NotesMaker(Chronicle chronicle, Release release) {
    this.chronicle = chronicle;
    this.release = release;
  }

  NotesView view() {
    List<JudgedChange> breaking =
        release.changes().stream().filter(judged -> judged.verdict().breaking()).toList();
    return new NotesView(
        title(),
        release.cut().date(),
        release.version().toString(),
        release.bump().label(),
        headline(breaking.size()),
        BreakingNotes.items(breaking),
        BreakingNotes.unbroken(breaking),
        groups(),
        steps().map(step -> entry(step.step().migration())).toList(),
        upgrade(),
        new RollbackNotes(chronicle).lines(release.steps()),
        release.cut().edited().stream().map(Markdown::code).toList());
  }

  private List<String> upgrade() {
    List<JudgedStep> steps = steps().toList();
    List<String> lines = new ArrayList<>(new UpgradeNotes(steps).lines());
    lines.addAll(Durations.lines(chronicle.environments(), steps));
    return lines;
  }

  private String title() {
    String title = release.cut().title();
    return Markdown.text(release.cut().name() + (title.isEmpty() ? "" : " – " + title));
  }

  private Stream<JudgedStep> steps() {
    return release.steps().stream().map(chronicle.steps()::get);
  }

  private String headline(int breaking) {
    if (release.changes().isEmpty()) {
      return "The schema is the same as before.";
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("added", count(Change.Added.class));
    counts.put(
        "changed",
        release.changes().size() - count(Change.Added.class) - count(Change.Dropped.class));
    counts.put("removed", count(Change.Dropped.class));
    StringJoiner text = new StringJoiner(", ");
    counts.forEach((what, count) -> text.add(count + " " + what));
    String users =
        breaking == 0
            ? release.bump() == Bump.MAJOR
                ? ""
                : " Nothing that used the schema before should break."
            : " " + breaking + (breaking == 1 ? " change breaks" : " changes break") + " users.";
    return text + "." + users;
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
              .filter(judged -> Section.of(judged.change()) == section)
              .toList();
      if (!changes.isEmpty()) {
        groups.add(new NotesView.Group(section.title(), lines(changes)));
      }
    }
    return groups;
  }

  private static List<String> lines(List<JudgedChange> changes) {
    Map<String, List<JudgedChange>> sorts =
        changes.stream()
            .collect(
                Collectors.groupingBy(
                    judged -> judged.verdict().rule(), LinkedHashMap::new, Collectors.toList()));
    List<String> lines = new ArrayList<>();
    for (List<JudgedChange> sort : sorts.values()) {
      if (sort.size() > FOLD) {
        lines.add(folded(sort));
      } else {
        sort.forEach(judged -> lines.add(line(judged)));
      }
    }
    return lines;
  }

  private static String summary(JudgedChange judged) {
    return Markdown.text(Sentences.about(judged.change().subject(), judged.verdict().summary()));
  }

  private static String line(JudgedChange judged) {
    if (Section.of(judged.change()) == Section.DEPRECATED
        && judged.change() instanceof Change.Altered altered) {
      return Deprecation.of(altered.after())
          .map(deprecation -> Markdown.text(deprecation.sentence() + "."))
          .orElseThrow();
    }
    String text = summary(judged);
    return judged.verdict().level() == Level.POTENTIALLY_BREAKING
        ? text + " *May break some users.*"
        : text;
  }

  private static String folded(List<JudgedChange> sort) {
    Map<String, Long> owners = new TreeMap<>();
    for (JudgedChange judged : sort) {
      owners.merge(Markdown.code(owner(judged)), 1L, Long::sum);
    }
    String first = summary(sort.get(0));
    String where = owners.keySet().stream().limit(20).collect(Collectors.joining(", "));
    String more = owners.size() > 20 ? " and " + (owners.size() - 20) + " more" : "";
    return "%d of a kind, as in: %s All of them: %s%s.".formatted(sort.size(), first, where, more);
  }

  private static String owner(JudgedChange judged) {
    var ref = judged.change().subject();
    return ref.parent().isEmpty() ? ref.display() : ref.display().replaceFirst("\\.[^.]*$", "");
  }

  private static NotesView.Entry entry(Migration migration) {
    Commit commit = migration.introduced();
    String by = commit.known() ? commit.author() + ", " + commit.date() : "";
    return new NotesView.Entry(
        Markdown.code(migration.name()),
        Markdown.text(migration.description()),
        Markdown.text(by),
        Markdown.text(migration.comment()));
  }
}
