package dev.annals.app.diff;

import dev.annals.model.history.Migration;
import dev.annals.model.history.MigrationKind;
import dev.annals.model.history.VersionOrder;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Preview.FileChange;
import dev.annals.model.story.Preview.FileChange.Kind;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What became of the migration files between two states, and what Flyway will say to that. */
final class FileChanges {

  private static final Pattern MADE =
      Pattern.compile(
          "(?i)\\bcreate\\s+(?:or\\s+replace\\s+)?(?:materialized\\s+)?(?:view|function|procedure|trigger)\\s+"
              + "(?:if\\s+not\\s+exists\\s+)?([\\w$.\"]+)");

  private final Map<String, Migration> base;
  private final Map<String, Migration> head;
  private final boolean outOfOrder;
  private final String highest;
  private final String next;
  private final List<FileChange> changes = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> pending = new HashSet<>();
  private boolean rewritten;

  /**
   * @param outOfOrder whether the project lets Flyway run a version below one that ran already
   * @param taken further versions that are not free
   */
  FileChanges(List<Migration> base, List<Migration> head, boolean outOfOrder, List<String> taken) {
    this.base = byName(base);
    this.head = byName(head);
    this.outOfOrder = outOfOrder;
    this.highest = Versions.highest(base.stream().map(Migration::version).toList());
    List<String> all = new ArrayList<>(base.stream().map(Migration::version).toList());
    head.forEach(migration -> all.add(migration.version()));
    all.addAll(taken);
    this.next = Versions.next(Versions.highest(all));
    head.forEach(this::look);
    base.forEach(this::lost);
  }

  private static Map<String, Migration> byName(List<Migration> migrations) {
    Map<String, Migration> map = new LinkedHashMap<>();
    migrations.forEach(migration -> map.put(key(migration), migration));
    return map;
  }

  private static String key(Migration migration) {
    return migration.kind() + "\0" + migration.name();
  }

  /** The files that differ, those of the head in their order first. */
  List<FileChange> changes() {
    return changes;
  }

  /** What Flyway, or a database that has run the base, will say to them. */
  List<Finding> findings() {
    return findings;
  }

  /** True where a database that has run the base still has to run it. */
  boolean isPending(Migration migration) {
    return pending.contains(key(migration));
  }

  /** True where what a database at the base has run is not what the files say any more. */
  boolean rewritten() {
    return rewritten;
  }

  private void look(Migration now) {
    Migration then = base.get(key(now));
    if (then == null) {
      added(now);
    } else if (now.kind() == MigrationKind.REPEATABLE) {
      if (then.checksum() != now.checksum()) {
        changes.add(new FileChange(Kind.CHANGED, now.path(), ""));
        pending.add(key(now));
      }
    } else if (then.checksum() != now.checksum()) {
      rewritten = true;
      edited(then, now);
    } else if (!then.description().equals(now.description())) {
      changes.add(new FileChange(Kind.RETITLED, now.path(), then.path()));
      error(
          "migration-retitled",
          "version %s was called \"%s\" and is called \"%s\" now: Flyway refuses to migrate a database that has run it (description mismatch)"
              .formatted(now.version(), then.description(), now.description()),
          "Give the file its name back: " + then.script() + ".",
          now);
    }
  }

  private void added(Migration now) {
    Optional<Migration> former =
        base.values().stream()
            .filter(then -> !head.containsKey(key(then)) && then.kind() == now.kind())
            .filter(then -> then.checksum() == now.checksum())
            .findFirst();
    if (former.isPresent() && now.kind() != MigrationKind.REPEATABLE) {
      renumbered(former.get(), now);
      return;
    }
    pending.add(key(now));
    boolean late =
        !now.version().isEmpty()
            && !highest.isEmpty()
            && VersionOrder.LOWEST_FIRST.compare(now.version(), highest) < 0;
    changes.add(new FileChange(late ? Kind.OUT_OF_ORDER : Kind.ADDED, now.path(), ""));
    if (late && !outOfOrder) {
      error(
          "migration-out-of-order",
          "version %s is new and below %s, which is there already: Flyway refuses it (\"resolved migration not applied\")"
              .formatted(now.version(), highest),
          "Rename it to %s, or set Flyway's outOfOrder.".formatted(Versions.renamed(now, next)),
          now);
    } else if (late) {
      findings.add(
          new Finding(
              "migration-out-of-order",
              Severity.INFO,
              List.of(),
              "version %s runs after %s where that has run already (outOfOrder), and before it in a new database"
                  .formatted(now.version(), highest),
              "",
              now.path(),
              0,
              now.name()));
    }
  }

  private void renumbered(Migration then, Migration now) {
    rewritten = true;
    changes.add(new FileChange(Kind.RENUMBERED, now.path(), then.path()));
    error(
        "migration-renumbered",
        "version %s is called %s now: a database that has run it misses the one and would run the other again"
            .formatted(then.version(), now.version()),
        "Give the file its name back: " + then.script() + ".",
        now);
  }

  private void edited(Migration then, Migration now) {
    if (!then.description().equals(now.description())) {
      changes.add(new FileChange(Kind.CONFLICT, now.path(), then.path()));
      error(
          "version-conflict",
          "version %s is %s at the base and %s at the head"
              .formatted(now.version(), then.script(), now.script()),
          "Keep %s, and rename the other one to %s."
              .formatted(then.script(), Versions.renamed(now, next)),
          now);
      return;
    }
    changes.add(
        new FileChange(Kind.EDITED, now.path(), then.path().equals(now.path()) ? "" : then.path()));
    error(
        "migration-edited",
        "%s has another text than at the base: Flyway refuses to migrate a database that has run it (checksum mismatch)"
            .formatted(now.script()),
        "Put the text back, and write the change as a new migration, %s."
            .formatted(Versions.renamed(now, next)),
        now);
  }

  private void lost(Migration then) {
    boolean renumbered =
        changes.stream()
            .anyMatch(
                change -> change.kind() == Kind.RENUMBERED && change.former().equals(then.path()));
    if (head.containsKey(key(then)) || renumbered) {
      return;
    }
    Optional<Migration> heir = heir(then);
    if (heir.isPresent()) {
      renamed(then, heir.get());
      return;
    }
    changes.add(new FileChange(Kind.REMOVED, then.path(), ""));
    if (then.kind() == MigrationKind.REPEATABLE) {
      findings.add(
          new Finding(
              "migration-removed",
              Severity.WARNING,
              List.of(),
              then.script()
                  + " is gone: what it made stays in databases that have run it, and Flyway misses the file",
              "Drop what it made in a new migration, too.",
              then.path(),
              0,
              then.name()));
      rewritten = true;
      return;
    }
    rewritten = true;
    error(
        "migration-removed",
        then.script()
            + " is gone: Flyway refuses to migrate a database that has run it (applied migration not resolved)",
        "Put it back, and take back what it did in a new migration, V%s.".formatted(next),
        then);
  }

  /** The new repeatable migration that makes what one that is gone made. */
  private Optional<Migration> heir(Migration then) {
    Set<String> made = made(then);
    return head.values().stream()
        .filter(now -> then.kind() == MigrationKind.REPEATABLE && now.kind() == then.kind())
        .filter(now -> !base.containsKey(key(now)))
        .filter(
            now ->
                now.checksum() == then.checksum()
                    || (!made.isEmpty() && made(now).containsAll(made)))
        .findFirst();
  }

  private static Set<String> made(Migration migration) {
    return MADE.matcher(migration.sql())
        .results()
        .map(found -> found.group(1).replace("\"", "").toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private void renamed(Migration then, Migration now) {
    changes.removeIf(change -> change.path().equals(now.path()));
    changes.add(new FileChange(Kind.RETITLED, now.path(), then.path()));
    findings.add(
        new Finding(
            "migration-retitled",
            Severity.WARNING,
            List.of(),
            "%s is called %s now: where the former one has run, Flyway misses it and runs the other as a new one"
                .formatted(then.script(), now.script()),
            "Give the file its name back, or run \"flyway repair\" there, which marks the former one as deleted.",
            now.path(),
            0,
            now.name()));
  }

  private void error(String rule, String message, String advice, Migration about) {
    findings.add(
        new Finding(
            rule, Severity.ERROR, List.of(), message, advice, about.path(), 0, about.name()));
  }
}
