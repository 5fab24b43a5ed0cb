package dev.annals.app.diff;

import dev.annals.model.history.Migration;
import dev.annals.model.history.VersionOrder;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the branch that a change goes to has got since they went apart. */
final class Branches {

  private Branches() {}

  /**
   * Versions that both branches took, and those that come too late after the merge.
   *
   * @param base the migrations where they went apart
   * @param theirs the migrations of the branch it goes to
   * @param ours the migrations of the change
   * @param name what the branch it goes to is called
   */
  static List<Finding> conflicts(
      List<Migration> base,
      List<Migration> theirs,
      List<Migration> ours,
      String name,
      boolean outOfOrder) {
    List<Migration> theirNew = added(base, theirs);
    Map<String, Migration> taken = new HashMap<>();
    theirNew.forEach(migration -> taken.put(migration.version(), migration));
    String highest = Versions.highest(taken.keySet());
    List<String> all = new ArrayList<>(taken.keySet());
    ours.forEach(migration -> all.add(migration.version()));
    String next = Versions.next(Versions.highest(all));
    List<Finding> findings = new ArrayList<>();
    for (Migration mine : added(base, ours)) {
      Migration other = taken.get(mine.version());
      if (other != null && other.checksum() != mine.checksum()) {
        findings.add(
            finding(
                "version-conflict",
                Severity.ERROR,
                "version %s is taken twice: %s here, %s on %s%s"
                    .formatted(mine.version(), mine.script(), other.script(), name, by(other)),
                "Rename yours to %s: two files of one version stop Flyway."
                    .formatted(Versions.renamed(mine, next)),
                mine));
        next = Versions.next(next);
      } else if (other == null
          && !outOfOrder
          && !highest.isEmpty()
          && VersionOrder.LOWEST_FIRST.compare(mine.version(), highest) < 0) {
        findings.add(
            finding(
                "migration-out-of-order",
                Severity.WARNING,
                "version %s is below %s, which %s has got meanwhile: where that is deployed first, Flyway refuses this one"
                    .formatted(mine.version(), highest, name),
                "Rename it to %s before it is merged.".formatted(Versions.renamed(mine, next)),
                mine));
        next = Versions.next(next);
      }
    }
    return findings;
  }

  private static String by(Migration migration) {
    return migration.introduced().known()
        ? " (%s, %s)".formatted(migration.introduced().author(), migration.introduced().date())
        : "";
  }

  private static Finding finding(
      String rule, Severity severity, String message, String advice, Migration about) {
    return new Finding(rule, severity, List.of(), message, advice, about.path(), 0, about.name());
  }

  private static List<Migration> added(List<Migration> base, List<Migration> migrations) {
    List<String> known = base.stream().map(Migration::version).toList();
    return migrations.stream()
        .filter(migration -> !migration.version().isEmpty())
        .filter(migration -> !known.contains(migration.version()))
        .toList();
  }
}
