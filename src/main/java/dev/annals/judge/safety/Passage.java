package dev.annals.judge.safety;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Work;
import dev.annals.model.history.Migration;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.WayBack;
import dev.annals.script.SqlScript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One migration with the questions that safety rules ask of it. Only tables count that were there
 * before its release: nobody waits for one that is new.
 */
public final class Passage {

  private final Journey journey;
  private final int index;
  private final Schema before;
  private final JudgedStep step;
  private final WayBack wayBack;
  private SqlScript script;
  private Lines lines;
  private List<Toll> tolls;
  private Set<ObjectRef> dropped;
  private Map<ObjectRef, ObjectRef> former;
  private Map<String, Set<String>> added;

  Passage(Journey journey, int index, Schema before, JudgedStep step, WayBack wayBack) {
    this.journey = journey;
    this.index = index;
    this.before = before;
    this.step = step;
    this.wayBack = wayBack;
  }

  Journey journey() {
    return journey;
  }

  int index() {
    return index;
  }

  Migration migration() {
    return step.step().migration();
  }

  Observation observation() {
    return step.step().observation();
  }

  Schema before() {
    return before;
  }

  Schema after() {
    return step.step().after().schema();
  }

  List<JudgedChange> changes() {
    return step.changes();
  }

  WayBack wayBack() {
    return wayBack;
  }

  /** The file's statements. */
  SqlScript script() {
    if (script == null) {
      script = SqlScript.of(migration().sql());
    }
    return script;
  }

  Lines lines() {
    if (lines == null) {
      lines = new Lines(this);
    }
    return lines;
  }

  /** What changes were seen to cost, in their order. */
  List<Toll> tolls() {
    if (tolls == null) {
      tolls = step.changes().stream().flatMap(this::toll).toList();
    }
    return tolls;
  }

  private Stream<Toll> toll(JudgedChange judged) {
    if (judged.verdict().work().isEmpty()) {
      return Stream.empty();
    }
    return table(judged.change())
        .filter(table -> !work(table).isEmpty()) // what was not seen is not told
        .filter(this::isOld)
        .filter(this::stays)
        .map(table -> new Toll(judged, table, lines().of(judged.change())))
        .stream();
  }

  /** The table that a change is on, under its name before the migration. */
  Optional<ObjectRef> table(Change change) {
    ObjectRef subject =
        change instanceof Change.Altered altered
            ? altered.before().ref()
            : change instanceof Change.Renamed renamed ? renamed.before().ref() : change.subject();
    ObjectRef table = ObjectRef.table(subject.schema(), subject.owner());
    if (before.find(table).isPresent()) {
      return Optional.of(table);
    }
    return Optional.ofNullable(former().get(table));
  }

  /** True for a table that others can be using while the migration runs. */
  boolean isOld(ObjectRef table) {
    return journey.isOld(table, index);
  }

  /** The strongest lock on a table; none where locks were not measured. */
  Lock lock(ObjectRef table) {
    return observation().locks().getOrDefault(table, Lock.NONE);
  }

  /** Old tables on whose rows this work was done. */
  List<ObjectRef> worked(Work work) {
    return observation().work().entrySet().stream()
        .filter(entry -> entry.getValue().contains(work))
        .map(Map.Entry::getKey)
        .filter(table -> before.table(table.schema(), table.name()).isPresent())
        .filter(this::isOld)
        .filter(this::stays)
        .toList();
  }

  /** False for a table that the migration drops, whether or not it makes another of the name. */
  private boolean stays(ObjectRef table) {
    if (dropped == null) {
      dropped =
          changes().stream()
              .map(JudgedChange::change)
              .filter(each -> each instanceof Change.Dropped || each instanceof Change.Recreated)
              .map(Change::subject)
              .collect(Collectors.toSet());
    }
    return !dropped.contains(table);
  }

  /** The names of what the migration adds to a relation. */
  Set<String> addedTo(String relation) {
    if (added == null) {
      added =
          changes().stream()
              .map(JudgedChange::change)
              .filter(each -> each instanceof Change.Added)
              .map(Change::subject)
              .collect(
                  Collectors.groupingBy(
                      ObjectRef::owner, Collectors.mapping(ObjectRef::name, Collectors.toSet())));
    }
    return added.getOrDefault(relation, Set.of());
  }

  /** What is renamed, by its new address. */
  private Map<ObjectRef, ObjectRef> former() {
    if (former == null) {
      former = new HashMap<>();
      for (JudgedChange judged : changes()) {
        if (judged.change() instanceof Change.Renamed renamed) {
          former.putIfAbsent(renamed.subject(), renamed.before().ref());
        }
      }
    }
    return former;
  }

  /** Old tables that writers could not use meanwhile. */
  List<ObjectRef> locked() {
    return observation().locks().entrySet().stream()
        .filter(entry -> entry.getValue().blocksWriters())
        .map(Map.Entry::getKey)
        .filter(table -> before.table(table.schema(), table.name()).isPresent())
        .filter(this::isOld)
        .toList();
  }

  Set<Work> work(ObjectRef table) {
    return observation().work().getOrDefault(table, Set.of());
  }
}
