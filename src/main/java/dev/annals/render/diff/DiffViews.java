package dev.annals.render.diff;

import dev.annals.model.Counted;
import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Level;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Reversibility;
import dev.annals.model.change.Verdict;
import dev.annals.model.change.Work;
import dev.annals.model.history.Migration;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Finding;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Preview;
import dev.annals.model.story.Preview.FileChange;
import dev.annals.model.story.Severity;
import dev.annals.model.story.Undo;
import dev.annals.model.story.WayBack;
import dev.annals.model.witness.Evidence;
import dev.annals.render.html.Sentences;
import dev.annals.render.html.WayBackWords;
import dev.annals.render.html.WitnessWords;
import dev.annals.render.notes.Alike;
import dev.annals.render.notes.BreakingNotes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a preview into words. */
final class DiffViews {

  private static final int LINES = 60;
  private static final int LETTERS = 6_000;

  /** Of what is alike so many are named. */
  private static final int NAMED = 10;

  private static final String DRIFT = "drift";

  /** What keeps Flyway, or a database, from going on, or is not what it should be there. */
  private static final Set<String> STOPS =
      Set.of("version-conflict", "upgrade-fails", "new-database-fails", "upgrade-differs", DRIFT);

  private static final Pattern COMMENTS = Pattern.compile("--[^\\n]*|(?s)/\\*.*?\\*/");

  /** A statement that changes rows, at the beginning of one; what a routine does is its own. */
  private static final Pattern ROWS =
      Pattern.compile(
          "(?is)(?:\\A|;)\\s*(?:insert\\s+into|update|delete\\s+from|truncate|merge\\s+into|with\\s[^;]*\\b(?:insert\\s+into|update|delete\\s+from))\\b");

  private DiffViews() {}

  static DiffView of(Preview preview) {
    List<JudgedChange> breaking =
        preview.changes().stream().filter(judged -> judged.verdict().breaking()).toList();
    return new DiffView(
        preview.project().title(),
        compared(preview),
        preview.bump().label(preview.changes()),
        preview.from().toString(),
        preview.to().toString(),
        verdict(preview),
        preview.findings().stream().filter(DiffViews::stops).map(DiffViews::of).toList(),
        BreakingNotes.alike(breaking).stream().map(DiffViews::breaking).toList(),
        BreakingNotes.unbroken(breaking),
        groups(preview.changes()),
        locks(preview),
        lockNotes(preview),
        rollback(preview),
        FoldedFindings.of(preview.pages().stream().map(DiffViews::of)),
        FoldedFindings.of(
            preview.findings().stream()
                .filter(finding -> !stops(finding) && finding.severity() != Severity.HINT)
                .map(DiffViews::of)),
        (int)
            preview.findings().stream()
                .filter(finding -> finding.severity() == Severity.HINT)
                .count(),
        FoldedFindings.of(
            preview.mended().stream()
                .filter(finding -> finding.severity() != Severity.HINT)
                .map(DiffViews::of)),
        preview.files().stream().map(DiffViews::of).toList(),
        preview.steps().stream().map(step -> sql(step.step().migration())).toList(),
        preview.notes());
  }

  private static String compared(Preview preview) {
    String engine = preview.engine().isEmpty() ? "" : ", on " + preview.engine();
    return name(preview.base()) + " → " + name(preview.head()) + engine;
  }

  private static String name(Preview.Point point) {
    String id = point.commit().shortId();
    return id.isEmpty() || point.name().startsWith(id)
        ? point.name()
        : point.name() + " (" + id + ")";
  }

  private static boolean stops(Finding finding) {
    return STOPS.contains(finding.rule()) || finding.rule().startsWith("migration-");
  }

  /** One sentence: the worst first. */
  private static String verdict(Preview preview) {
    List<String> parts = new ArrayList<>();
    long stops =
        preview.findings().stream()
            .filter(finding -> stops(finding) && finding.severity() == Severity.ERROR)
            .filter(finding -> !finding.rule().equals(DRIFT))
            .count();
    long drift = preview.findings().stream().filter(f -> f.rule().equals(DRIFT)).count();
    if (stops > 0) {
      parts.add(stops == 1 ? "one problem stops it" : stops + " problems stop it");
    }
    if (drift > 0) {
      parts.add(
          "the live database differs from its migrations in "
              + (drift == 1 ? "one place" : drift + " places"));
    }
    if (preview.changes().isEmpty()) {
      parts.add("the schema stays the same");
      rows(preview).ifPresent(parts::add);
      return Sentences.of(String.join("; ", parts));
    }
    long breaking = preview.breaking();
    long maybe =
        preview.changes().stream()
            .filter(judged -> judged.verdict().level() == Level.POTENTIALLY_BREAKING)
            .count();
    if (breaking > 0) {
      parts.add(breaking + (breaking == 1 ? " change breaks users" : " changes break users"));
    } else if (maybe > 0) {
      parts.add(maybe + (maybe == 1 ? " change may break users" : " changes may break users"));
    } else {
      parts.add("nothing that uses the schema should break");
    }
    if (preview.changes().stream().anyMatch(j -> j.verdict().data() == DataEffect.LOSS)) {
      parts.add("data is lost");
    }
    List<DiffView.LockView> waiting =
        locks(preview).stream()
            .filter(lock -> !lock.lock().isEmpty() && !lock.work().isEmpty())
            .toList();
    if (!waiting.isEmpty()) {
      boolean rewritten =
          waiting.stream().anyMatch(lock -> lock.work().contains(Work.REWRITE.label()));
      parts.add(
          waiting.size()
              + (waiting.size() == 1 ? " table is" : " tables are")
              + " locked while all rows are "
              + (rewritten ? "rewritten" : "read"));
    }
    rows(preview).ifPresent(parts::add);
    if (preview.waysBack().stream().anyMatch(way -> way.grade() == Reversibility.IRREVERSIBLE)) {
      parts.add("going back does not bring back all that was there");
    }
    return Sentences.of(String.join("; ", parts));
  }

  /** What a replay on empty tables cannot tell. */
  private static Optional<String> rows(Preview preview) {
    long count =
        preview.steps().stream().filter(step -> changesRows(step.step().migration())).count();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            count == 1
                ? "1 migration changes rows, and was tried on empty tables only"
                : count + " migrations change rows, and were tried on empty tables only");
  }

  private static boolean changesRows(Migration migration) {
    return ROWS.matcher(COMMENTS.matcher(migration.sql()).replaceAll(" ")).find();
  }

  private static DiffView.FindingView of(Finding finding) {
    String place =
        finding.path()
            + (finding.line() > 0 && !finding.path().isEmpty() ? ":" + finding.line() : "");
    return new DiffView.FindingView(
        finding.severity().label(),
        finding.rule(),
        finding.subjects().isEmpty()
            ? Sentences.of(finding.message())
            : Sentences.about(finding.subjects().get(0), finding.message()),
        finding.advice(),
        place,
        List.of());
  }

  private static DiffView.Breaking breaking(List<JudgedChange> alike) {
    JudgedChange first = alike.get(0);
    Verdict verdict = first.verdict();
    List<DiffView.Proof> proofs = new ArrayList<>();
    BreakingNotes.shortest(BreakingNotes.clearest(alike))
        .ifPresent(
            witness ->
                proofs.add(
                    new DiffView.Proof(
                        witness.sql(), WitnessWords.who(witness), WitnessWords.what(witness))));
    alike.forEach(
        judged ->
            judged
                .evidence()
                .broken()
                .forEach(
                    broken ->
                        proofs.add(
                            new DiffView.Proof(
                                WitnessWords.place(broken), "", WitnessWords.what(broken)))));
    List<String> subjects =
        alike.stream().map(judged -> judged.change().subject().display()).toList();
    // where they are alike in less than all that is said of the first, it says nothing of others
    Optional<Alike> together =
        alike.size() == 1
            ? Optional.empty()
            : Alike.common(alike).filter(what -> !Alike.of(first).equals(Optional.of(what)));
    return new DiffView.Breaking(
        verdict.rule(),
        together
            .map(what -> Sentences.of(what.of(named(subjects))))
            .orElseGet(() -> Sentences.about(first.change().subject(), verdict.summary())),
        BreakingNotes.affects(verdict),
        together.isPresent() ? List.of() : subjects.subList(1, subjects.size()),
        told(verdict, BreakingNotes.clearest(alike)),
        proofs.stream().distinct().toList(),
        Sentences.of(verdict.instead()));
  }

  /** Those of a few names, or the first of many and how many more there are. */
  private static List<String> named(List<String> names) {
    if (names.size() <= NAMED + 1) {
      return names;
    }
    List<String> first = new ArrayList<>(names.subList(0, NAMED));
    first.add(Counted.of(names.size() - NAMED) + " more");
    return first;
  }

  private static List<String> told(Verdict verdict, Evidence evidence) {
    return Stream.concat(verdict.notes().stream(), Stream.of(evidence.unseen()))
        .filter(sentence -> !sentence.isEmpty())
        .map(Sentences::of)
        .toList();
  }

  private static List<DiffView.Group> groups(List<JudgedChange> changes) {
    Map<String, List<JudgedChange>> groups = new LinkedHashMap<>();
    Map<String, ObjectRef> owners = new LinkedHashMap<>();
    for (JudgedChange judged : changes) {
      ObjectRef ref = judged.change().subject();
      String key = ref.schema() + "\0" + ref.owner();
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(judged);
      owners.putIfAbsent(key, ref);
    }
    List<DiffView.Group> views = new ArrayList<>();
    groups.forEach(
        (key, members) -> {
          ObjectRef ref = owners.get(key);
          boolean part = !ref.parent().isEmpty();
          String name =
              part
                  ? ref.display().substring(0, ref.display().length() - ref.name().length() - 1)
                  : ref.display();
          views.add(
              new DiffView.Group(
                  name,
                  part ? "" : ref.kind().label(),
                  members.stream().map(DiffViews::row).toList()));
        });
    return views;
  }

  private static DiffView.Row row(JudgedChange judged) {
    Change change = judged.change();
    String state =
        change instanceof Change.Added
            ? "added"
            : change instanceof Change.Dropped ? "removed" : "changed";
    return new DiffView.Row(
        state,
        state.equals("added") ? "+" : state.equals("removed") ? "\u2212" : "~",
        Sentences.about(change.subject(), judged.verdict().summary()),
        judged.verdict().level().label(),
        judged.verdict().rule());
  }

  /** Of tables that were there at the base, or have another name since: nobody waits for others. */
  private static List<DiffView.LockView> locks(Preview preview) {
    Set<ObjectRef> renamed = new TreeSet<>();
    for (JudgedChange judged : preview.changes()) {
      if (judged.change() instanceof Change.Renamed) {
        renamed.add(judged.change().subject());
      }
    }
    Map<ObjectRef, Lock> locks = new TreeMap<>();
    Map<ObjectRef, Set<Work>> work = new TreeMap<>();
    Set<ObjectRef> anew = new TreeSet<>();
    for (JudgedStep step : preview.steps()) {
      Observation seen = step.step().observation();
      seen.statements().stream()
          .filter(statement -> statement.tag().equals("CREATE TABLE"))
          .forEach(statement -> anew.addAll(statement.touched()));
      seen.locks().forEach((table, lock) -> locks.merge(table, lock, Lock::or));
      seen.work()
          .forEach(
              (table, what) -> {
                // a table that is dropped and made again has no rows yet
                if (!anew.contains(table)) {
                  work.computeIfAbsent(table, t -> new TreeSet<>()).addAll(what);
                }
              });
    }
    Set<ObjectRef> tables = new TreeSet<>(locks.keySet());
    tables.addAll(work.keySet());
    tables.removeIf(table -> preview.before().find(table).isEmpty() && !renamed.contains(table));
    List<DiffView.LockView> views = new ArrayList<>();
    for (ObjectRef table : tables) {
      Lock lock = locks.getOrDefault(table, Lock.NONE);
      Set<Work> what = work.getOrDefault(table, Set.of());
      if (lock.blocksWriters() || !what.isEmpty()) {
        views.add(
            new DiffView.LockView(
                table.display(),
                lock.blocksWriters() ? lock.label() : "",
                lock.blocksWriters() ? lock.blocks() : "nobody",
                what.stream().map(Work::label).collect(Collectors.joining(", "))));
      }
    }
    return views;
  }

  private static List<String> lockNotes(Preview preview) {
    List<String> notes = new ArrayList<>();
    if (locks(preview).stream().anyMatch(lock -> !lock.lock().isEmpty())) {
      notes.add(
          "Set lock_timeout before it runs: a lock that waits makes everybody behind it wait, too.");
    }
    if (preview.steps().stream().anyMatch(step -> !step.step().observation().transactional())) {
      notes.add("A part runs outside of a transaction: if it fails, it is not undone by itself.");
    }
    return notes;
  }

  private static List<DiffView.Rollback> rollback(Preview preview) {
    List<DiffView.Rollback> views = new ArrayList<>();
    for (int i = preview.steps().size() - 1; i >= 0; i--) {
      WayBack way = preview.waysBack().get(i);
      boolean done = way.undo() instanceof Undo.Restores;
      boolean rows = changesRows(preview.steps().get(i).step().migration());
      String loss = way.notes().isEmpty() ? "" : Sentences.of(WayBackWords.few(way.notes()));
      if (rows) {
        loss = (loss + " What it does to rows is not taken back.").strip();
      }
      views.add(
          new DiffView.Rollback(
              preview.steps().get(i).step().migration().name(),
              way.undo().path(),
              WayBackWords.tried(way.undo()),
              done
                  ? ""
                  : way.statements().isEmpty()
                      ? "It changes no structure."
                      : Sentences.of(WayBackWords.generated(way)),
              loss,
              done ? "" : WayBackWords.script(way)));
    }
    return views;
  }

  private static DiffView.FileView of(FileChange file) {
    return new DiffView.FileView(file.kind().label(), file.path(), file.former());
  }

  private static DiffView.Sql sql(Migration migration) {
    List<String> lines = migration.sql().stripTrailing().lines().toList();
    List<String> shown = new ArrayList<>();
    int letters = 0;
    for (String line : lines) {
      letters += line.length() + 1;
      if (shown.size() == LINES || letters > LETTERS) {
        break;
      }
      shown.add(line);
    }
    return new DiffView.Sql(
        migration.path(), String.join("\n", shown), lines.size() - shown.size());
  }
}
