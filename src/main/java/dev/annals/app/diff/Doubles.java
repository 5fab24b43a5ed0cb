package dev.annals.app.diff;

import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.PlannedMigration;
import dev.annals.model.Problem;
import dev.annals.model.history.Migration;
import dev.annals.model.history.VersionOrder;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Preview.FileChange;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Two files of one version, as a merge of two branches leaves them: Flyway refuses both. The newer
 * one is read as if it had the next free version, so that what it does can be told all the same.
 *
 * @param state the state without them
 * @param plan its migrations
 * @param findings a finding for each
 * @param files the files that have no version of their own
 */
record Doubles(State state, Plan plan, List<Finding> findings, List<FileChange> files) {

  Doubles {
    findings = List.copyOf(findings);
    files = List.copyOf(files);
  }

  /** A state with the doubles, if there are any, out of the way. */
  static Doubles resolve(State head, State base) {
    try {
      return new Doubles(head, head.plan(), List.of(), List.of());
    } catch (Problem e) {
      return find(head, base, e);
    }
  }

  private static Doubles find(State head, State base, Problem refused) {
    SortedMap<String, List<Migration>> versions = new TreeMap<>(VersionOrder.LOWEST_FIRST);
    for (Migration migration : each(head)) {
      versions.computeIfAbsent(migration.version(), v -> new ArrayList<>()).add(migration);
    }
    String next = Versions.highest(versions.keySet());
    SortedMap<String, byte[]> files = new TreeMap<>(head.files().files());
    List<Finding> findings = new ArrayList<>();
    List<FileChange> changes = new ArrayList<>();
    for (List<Migration> same : versions.values()) {
      Migration kept =
          same.stream()
              .filter(migration -> base.files().files().containsKey(migration.path()))
              .findFirst()
              .orElse(same.get(0));
      for (Migration other : same) {
        if (!other.path().equals(kept.path())) {
          next = Versions.next(next);
          String script = Versions.renamed(other, next);
          files.put(
              other.path().substring(0, other.path().length() - other.script().length()) + script,
              files.remove(other.path()));
          findings.add(finding(other, kept, script));
          changes.add(new FileChange(FileChange.Kind.CONFLICT, other.path(), kept.path()));
        }
      }
    }
    if (findings.isEmpty()) {
      throw refused;
    }
    State mended = head.withFiles(new FileSet(files));
    return new Doubles(mended, mended.plan(), findings, changes);
  }

  private static List<Migration> each(State head) {
    List<Migration> all = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : head.files().files().entrySet()) {
      try {
        FileSet one = new FileSet(new TreeMap<>(Map.of(file.getKey(), file.getValue())));
        FlywayProject.resolve(one, head.settings()).migrations().stream()
            .map(PlannedMigration::migration)
            .filter(migration -> !migration.version().isEmpty())
            .forEach(all::add);
      } catch (Problem e) {
        // what Flyway says about the whole is told, and that is enough
      }
    }
    return all;
  }

  private static Finding finding(Migration other, Migration kept, String script) {
    return new Finding(
        "version-conflict",
        Severity.ERROR,
        List.of(),
        "version %s is taken twice: %s and %s; Flyway refuses both"
            .formatted(other.version(), kept.script(), other.script()),
        "Rename %s to %s; that is how it is previewed here.".formatted(other.script(), script),
        other.path(),
        0,
        other.name());
  }
}
