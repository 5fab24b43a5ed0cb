package dev.annals.judge.rules;

import dev.annals.model.change.Change;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Work;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule may look at beside the change itself. */
public final class ChangeContext {

  private final Schema before;
  private final Schema after;
  private final List<Change> changes;
  private final Observation observation;
  private final Route route;

  private volatile Found found;

  /**
   * A step, or a net effect.
   *
   * @param before the schema before
   * @param after the schema after
   * @param changes all changes between the two
   * @param observation what the replay saw; {@link Observation#NOTHING} for a net effect
   * @param route the statements from one to the other; {@link Route#UNKNOWN} where there are none
   */
  public ChangeContext(
      Schema before, Schema after, List<Change> changes, Observation observation, Route route) {
    this.before = before;
    this.after = after;
    this.changes = List.copyOf(changes);
    this.observation = observation;
    this.route = route;
  }

  /** The schema before. */
  public Schema before() {
    return before;
  }

  /** The schema after. */
  public Schema after() {
    return after;
  }

  /** All changes between the two. */
  public List<Change> changes() {
    return changes;
  }

  /** What the replay saw; {@link Observation#NOTHING} for a net effect. */
  public Observation observation() {
    return observation;
  }

  /** The statements from one to the other; {@link Route#UNKNOWN} where there are none. */
  public Route route() {
    return route;
  }

  /** The address that a relation or type of the new schema had before: its own, or an old name. */
  public ObjectRef formerly(ObjectRef ref) {
    return found().former().getOrDefault(ref, ref);
  }

  /** The relation, by its name of today, as it was before; nothing where it is new. */
  public Optional<SchemaObject> formerRelation(String schema, String name) {
    Optional<SchemaObject> now = after.relation(schema, name);
    ObjectRef former = now.map(object -> formerly(object.ref())).orElse(ref(schema, name));
    return before.relation(former.schema(), former.name());
  }

  /** What belonged before to the relation that has this name today. */
  public <T extends SchemaObject> List<T> formerParts(String schema, String name, Class<T> type) {
    return formerRelation(schema, name)
        .map(SchemaObject::ref)
        .map(former -> before.partsOf(former.schema(), former.name(), type))
        .orElse(List.of());
  }

  /** True for a column of a view or materialized view, now or before. */
  public boolean ofView(Column column) {
    return Stream.of(after, before)
        .flatMap(schema -> schema.relation(column.schema(), column.relation()).stream())
        .findFirst()
        .map(View.class::isInstance)
        .orElse(false);
  }

  /** True where another object with the address of a dropped one is new. */
  boolean replaced(SchemaObject dropped) {
    return added(dropped.ref()).isPresent();
  }

  /** What is new at an address, where a change of its own tells of it. */
  Optional<SchemaObject> added(ObjectRef ref) {
    return Optional.ofNullable(found().added().get(ref));
  }

  /** True where the replay watched, and the server did no such work on the table. */
  boolean spared(String schema, String table, Work work) {
    ObjectRef ref = ref(schema, table);
    Set<Work> seen = observation.work().getOrDefault(ref, Set.of());
    return observation.locks().containsKey(ref)
        && !seen.contains(work)
        && !seen.contains(Work.REWRITE);
  }

  /** True where the replay watched, and the table's writers could go on meanwhile. */
  boolean letWritersGoOn(String schema, String table) {
    Lock taken = observation.locks().get(ref(schema, table));
    return taken != null && !taken.blocksWriters();
  }

  /** True where one of the other changes is of this sort and passes the test. */
  public <C extends Change> boolean any(
      Class<C> type, java.util.function.Predicate<? super C> test) {
    return found().bySort().entrySet().stream()
        .filter(sort -> type.isAssignableFrom(sort.getKey()))
        .flatMap(sort -> sort.getValue().stream())
        .map(type::cast)
        .anyMatch(test);
  }

  private static ObjectRef ref(String schema, String name) {
    return ObjectRef.table(schema, name);
  }

  private Found found() {
    if (found == null) {
      found = Found.in(changes);
    }
    return found;
  }

  /**
   * Where changes are, found when one is asked for: rules ask for each change.
   *
   * @param bySort the changes by their classes
   * @param added what is new, by its address
   * @param former addresses before, by those of today, of what has another name
   */
  private record Found(
      Map<Class<?>, List<Change>> bySort,
      Map<ObjectRef, SchemaObject> added,
      Map<ObjectRef, ObjectRef> former) {

    static Found in(List<Change> changes) {
      Map<ObjectRef, SchemaObject> added = new HashMap<>();
      Map<ObjectRef, ObjectRef> former = new HashMap<>();
      for (Change change : changes) {
        if (change instanceof Change.Added one) {
          added.put(one.subject(), one.object());
        } else if (change instanceof Change.Renamed one) {
          former.putIfAbsent(one.subject(), one.before().ref());
        }
      }
      return new Found(
          changes.stream().collect(Collectors.groupingBy(Change::getClass)), added, former);
    }
  }
}
