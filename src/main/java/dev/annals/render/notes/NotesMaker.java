package dev.annals.render.notes;

import dev.annals.model.change.Bump;
import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.Effect;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Level;
import dev.annals.model.change.Verdict;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Migration;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Release;
import dev.annals.model.witness.Broken;
import dev.annals.model.witness.Evidence;
import dev.annals.model.witness.Witness;
import dev.annals.render.html.Sentences;
import dev.annals.render.html.WitnessWords;
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
        breaking.stream().map(NotesMaker::item).toList(),
        groups(),
        steps().map(step -> entry(step.step().migration())).toList(),
        new UpgradeNotes(steps().toList()).lines(),
        new RollbackNotes(chronicle).lines(release.steps()),
        release.cut().edited().stream().map(Markdown::code).toList());
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

  private static NotesView.Item item(JudgedChange judged) {
    Verdict verdict = judged.verdict();
    return new NotesView.Item(
        summary(judged),
        affects(verdict),
        verdict.notes().stream().map(note -> Markdown.text(Sentences.of(note))).toList(),
        evidence(judged.evidence()),
        verdict.instead().isEmpty() ? "" : Markdown.text(Sentences.of(verdict.instead())));
  }

  private static List<String> evidence(Evidence evidence) {
    List<String> lines = new ArrayList<>();
    evidence.witnesses().forEach(witness -> lines.add(witness(witness)));
    for (Broken broken : evidence.broken()) {
      lines.add(
          "Breaks "
              + Markdown.code(WitnessWords.place(broken))
              + ": "
              + Markdown.text(WitnessWords.what(broken)));
    }
    int unbroken = WitnessWords.unbroken(evidence);
    if (unbroken > 0) {
      lines.add(
          "Breaks none of the project's own %d statements that worked before.".formatted(unbroken));
    }
    return lines;
  }

  private static String witness(Witness witness) {
    List<String> statements = new ArrayList<>(witness.setup());
    statements.add(witness.sql());
    return Markdown.code(String.join("; ", statements))
        + " ("
        + Markdown.text(WitnessWords.who(witness))
        + ") "
        + Markdown.text(WitnessWords.what(witness));
  }

  private static String affects(Verdict verdict) {
    StringJoiner text = new StringJoiner("; ");
    if (verdict.readers() != Effect.NONE) {
      text.add("readers: " + verdict.readers().label());
    }
    if (verdict.writers() != Effect.NONE) {
      text.add("writers: " + verdict.writers().label());
    }
    if (verdict.data() != DataEffect.NONE) {
      text.add("data: " + verdict.data().label());
    }
    return text.toString();
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
