package dev.annals.extract.replay;

import dev.annals.extract.catalog.postgresql.HeldLock;
import dev.annals.extract.catalog.postgresql.RecordedEvent;
import dev.annals.extract.catalog.postgresql.Recording;
import dev.annals.extract.history.PlannedCallback;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Work;
import dev.annals.model.history.Observation;
import dev.annals.model.history.Observation.Statement;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Gathers what the server says and holds while one migration runs. Only relations that were there
 * before count: nobody waits for a table that is new.
 */
final class Observer {

  /** Messages of level debug1, in the server's own words (backend/commands and catalog). */
  private static final Map<Work, Pattern> MESSAGES =
      new LinkedHashMap<>(
          Map.of(
              Work.SCAN, Pattern.compile("verifying table \"(.*)\""),
              Work.REWRITE, Pattern.compile("rewriting table \"(.*)\""),
              Work.INDEX_BUILD,
                  Pattern.compile("building index \"(?<index>.*)\" on table \"(.*)\"(?: .*)?")));

  private static final Pattern FOREIGN_KEY =
      Pattern.compile("validating foreign key constraint \"(.*)\"");

  private final Map<ObjectRef, Lock> locks = new TreeMap<>();
  private final Map<ObjectRef, Set<Work>> work = new TreeMap<>();
  private final Set<String> validated = new TreeSet<>();

  private final Snapshot before;

  /**
   * @param before the structure before the migration
   */
  Observer(Snapshot before) {
    this.before = before;
  }

  private void said(String message, FormerNames names) {
    MESSAGES.forEach(
        (what, pattern) -> {
          Matcher matcher = pattern.matcher(message);
          if (matcher.matches()) {
            meant(
                    what == Work.INDEX_BUILD
                        ? names.indexed(matcher.group("index"), matcher.group(2))
                        : names.called(matcher.group(1)))
                .forEach(table -> did(table, what));
          }
        });
    Matcher key = FOREIGN_KEY.matcher(message);
    if (key.matches()) {
      validated.add(key.group(1));
    }
  }

  /** The server does not say in which schema: of several, those that are locked are meant. */
  private List<ObjectRef> meant(List<ObjectRef> tables) {
    List<ObjectRef> locked = tables.stream().filter(locks::containsKey).toList();
    return locked.isEmpty() ? tables : locked;
  }

  private void did(ObjectRef table, Work what) {
    work.computeIfAbsent(table, ref -> new TreeSet<>()).add(what);
  }

  private void locks(List<HeldLock> held) {
    for (HeldLock lock : held) {
      Lock mode = Lock.ofMode(lock.mode());
      boolean told =
          lock.relation().kind() == ObjectKind.TABLE
              || lock.relation().kind() == ObjectKind.MATERIALIZED_VIEW
              || lock.relation().kind() == ObjectKind.VIEW;
      if (told && mode.compareTo(Lock.SHARE_UPDATE_EXCLUSIVE) >= 0) {
        locks.merge(lock.relation(), mode, Lock::or);
      }
    }
  }

  /** What one migration did, of all that the server said, held and recorded. */
  Observation observation(Ran ran, Recording recording) {
    FormerNames names = new FormerNames(before, recording.snapshot());
    locks(recording.locks());
    ran.said().forEach(message -> said(message, names));
    List<ObjectRef> cascaded = new ArrayList<>();
    List<Map<Integer, Map<String, Set<ObjectRef>>>> statements = new ArrayList<>();
    List<PlannedCallback> callbacks = ran.planned().around().all();
    for (int i = 0; i <= callbacks.size(); i++) {
      statements.add(new LinkedHashMap<>());
    }
    Set<ObjectRef> dropped = new TreeSet<>();
    for (RecordedEvent event : recording.events()) {
      boolean rewritten = event.what() == RecordedEvent.What.REWRITE;
      for (ObjectRef ref : event.touched()) {
        if (rewritten) {
          names.of(ref).ifPresent(table -> did(table, Work.REWRITE));
        }
        if (event.what() == RecordedEvent.What.DROP) {
          dropped.add(ref);
          if (!event.original()) {
            cascaded.add(ref);
          }
        }
      }
      if (!rewritten) {
        statements
            // a migration may set the number itself
            .get(Math.min(Place.source(event.line()), callbacks.size()))
            .computeIfAbsent(Place.line(event.line()), line -> new LinkedHashMap<>())
            .computeIfAbsent(event.tag(), tag -> new TreeSet<>())
            .addAll(event.touched());
      }
    }
    scanOfForeignKeys(recording.snapshot().schema(), names);
    return new Observation(
        ran.micros(),
        locks,
        work,
        stillOwned(cascaded, dropped),
        list(statements.get(0)),
        ran.transactional(),
        IntStream.range(0, callbacks.size())
            .mapToObj(
                i -> new Observation.Callback(callbacks.get(i).path(), list(statements.get(i + 1))))
            .toList());
  }

  /** A foreign key that is validated scans its own table. */
  private void scanOfForeignKeys(Schema after, FormerNames names) {
    if (validated.isEmpty()) {
      return;
    }
    Map<String, List<ObjectRef>> tables = new TreeMap<>();
    after
        .all(ForeignKey.class)
        .filter(key -> validated.contains(key.name()))
        .forEach(
            key ->
                names
                    .of(ObjectRef.table(key.schema(), key.table()))
                    .ifPresent(
                        table ->
                            tables
                                .computeIfAbsent(key.name(), name -> new ArrayList<>())
                                .add(table)));
    tables.values().forEach(each -> meant(each).forEach(table -> did(table, Work.SCAN)));
  }

  /** What a drop took with it, without the parts of what was dropped as a whole. */
  private static List<ObjectRef> stillOwned(List<ObjectRef> cascaded, Set<ObjectRef> dropped) {
    return cascaded.stream()
        .filter(
            ref ->
                ref.parent().isEmpty()
                    || dropped.stream()
                        .noneMatch(
                            owner ->
                                owner.parent().isEmpty()
                                    && owner.schema().equals(ref.schema())
                                    && owner.name().equals(ref.parent())))
        .toList();
  }

  private static List<Statement> list(Map<Integer, Map<String, Set<ObjectRef>>> statements) {
    List<Statement> list = new ArrayList<>();
    statements.forEach(
        (line, tags) ->
            tags.forEach((tag, refs) -> list.add(new Statement(line, tag, List.copyOf(refs)))));
    return list;
  }
}
