package dev.annals.judge.rules;

import dev.annals.model.change.Change;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import java.util.Arrays;
import java.util.Optional;

/** Picks the facts of one sort out of all changes: the first half of every rule's predicate. */
final class Facts {

  private Facts() {}

  /** The object, where the change is that one of this sort was added. */
  static <T extends SchemaObject> Optional<T> added(Change change, Class<T> type) {
    return change instanceof Change.Added added ? as(added.object(), type) : Optional.empty();
  }

  /** The object, where the change is that one of this sort was dropped. */
  static <T extends SchemaObject> Optional<T> dropped(Change change, Class<T> type) {
    return change instanceof Change.Dropped dropped ? as(dropped.object(), type) : Optional.empty();
  }

  /** The object, where the change is that one of this sort was renamed or moved. */
  static <T extends SchemaObject> Optional<Pair<T>> renamed(Change change, Class<T> type) {
    return change instanceof Change.Renamed renamed
        ? pair(renamed.before(), renamed.after(), type)
        : Optional.empty();
  }

  /** The object, where the change is that one of this sort was dropped and created again. */
  static <T extends SchemaObject> Optional<Pair<T>> recreated(Change change, Class<T> type) {
    return change instanceof Change.Recreated recreated
        ? pair(recreated.before(), recreated.after(), type)
        : Optional.empty();
  }

  /** The alteration, where the change is to one of these properties of this sort of object. */
  static <T extends SchemaObject> Optional<Alteration<T>> altered(
      Change change, Class<T> type, Property... properties) {
    if (!(change instanceof Change.Altered altered)
        || !Arrays.asList(properties).contains(altered.property())) {
      return Optional.empty();
    }
    return pair(altered.before(), altered.after(), type)
        .map(
            pair ->
                new Alteration<>(
                    pair.before(), pair.after(), altered.property(), altered.from(), altered.to()));
  }

  /** True for a change to an object of one of these kinds. */
  static boolean concerns(Change change, ObjectKind... kinds) {
    return Arrays.asList(kinds).contains(change.kind());
  }

  private static <T extends SchemaObject> Optional<Pair<T>> pair(
      SchemaObject before, SchemaObject after, Class<T> type) {
    return type.isInstance(before) && type.isInstance(after)
        ? Optional.of(new Pair<>(type.cast(before), type.cast(after)))
        : Optional.empty();
  }

  private static <T extends SchemaObject> Optional<T> as(SchemaObject object, Class<T> type) {
    return type.isInstance(object) ? Optional.of(type.cast(object)) : Optional.empty();
  }
}
