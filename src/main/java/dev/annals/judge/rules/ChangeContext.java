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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a rule may look at beside the change itself.
 *
 * @param before the schema before
 * @param after the schema after
 * @param changes all changes between the two
 * @param observation what the replay saw; {@link Observation#NOTHING} for a net effect
 * @param route the statements from one to the other; {@link Route#UNKNOWN} where there are none
 */
public record ChangeContext(
    Schema before, Schema after, List<Change> changes, Observation observation, Route route) {

  public ChangeContext {
    changes = List.copyOf(changes);
  }

  /** The address that a relation or type of the new schema had before: its own, or an old name. */
  public ObjectRef formerly(ObjectRef ref) {
    return changes.stream()
        .filter(change -> change instanceof Change.Renamed && change.subject().equals(ref))
        .map(change -> ((Change.Renamed) change).before().ref())
        .findFirst()
        .orElse(ref);
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
    return any(Change.Added.class, added -> added.subject().equals(dropped.ref()));
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
    return changes.stream().filter(type::isInstance).map(type::cast).anyMatch(test);
  }

  private static ObjectRef ref(String schema, String name) {
    return ObjectRef.table(schema, name);
  }
}
