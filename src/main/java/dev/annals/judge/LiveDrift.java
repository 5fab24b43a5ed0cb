package dev.annals.judge;

import dev.annals.judge.diff.SchemaDiff;
import dev.annals.model.change.Change;
import dev.annals.model.history.LiveDatabase;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which differences between a live database and its migrations are told.
 *
 * @param live the live database
 * @param migrations all that the migrations make, in the end
 */
record LiveDrift(LiveDatabase live, Schema migrations) {

  /** The schema that migrations should have given, against the one that is there. */
  List<Change> from(Schema expected, Set<ObjectRef> open) {
    boolean coarse = live.isCoarse();
    Schema then = coarse ? Coarse.of(expected) : expected;
    Schema now = coarse ? Coarse.of(live.schema()) : live.schema();
    return SchemaDiff.between(Snapshot.of(then), Snapshot.of(now)).stream()
        .filter(this::isTold)
        .filter(change -> !(change instanceof Change.Added) || !isForeign(change.subject()))
        .filter(change -> !isOpen(change.subject(), open))
        .toList();
  }

  /** Owners and rights are an environment's own business, and what was not read is not known. */
  boolean isTold(Change change) {
    boolean owner =
        change instanceof Change.Altered altered && altered.property() == Property.OWNER;
    boolean right =
        change.kind() == ObjectKind.GRANT || change.kind() == ObjectKind.DEFAULT_PRIVILEGE;
    return !owner
        && !right
        && objects(change)
            .noneMatch(object -> live.unread().contains(object.getClass().getSimpleName()));
  }

  /**
   * True for publications and event triggers of which the migrations know nothing: who copies data
   * elsewhere, or hosts, makes their own. And for schemas that another project migrates.
   */
  boolean isForeign(ObjectRef ref) {
    return switch (ref.kind()) {
      case PUBLICATION, EVENT_TRIGGER -> migrations.find(ref).isEmpty();
      default -> isElsewhere(ref.kind() == ObjectKind.SCHEMA ? ref.name() : ref.schema());
    };
  }

  /**
   * True for a schema with a migration table of its own, in which these migrations have nothing.
   */
  boolean isElsewhere(String schema) {
    return live.elsewhere().contains(schema)
        && migrations.objects().stream().noneMatch(each -> each.ref().schema().equals(schema));
  }

  /** True for what a migration that is still to run there makes, changes or drops. */
  private static boolean isOpen(ObjectRef ref, Set<ObjectRef> open) {
    if (open.contains(ref) || ref.parent().isEmpty()) {
      return open.contains(ref);
    }
    return Stream.of(ObjectKind.values())
        .filter(ObjectKind::isRelation)
        .anyMatch(kind -> open.contains(ObjectRef.of(kind, ref.schema(), ref.parent())));
  }

  /** What a step makes, drops or renames as a whole, and what it changes. */
  static Set<ObjectRef> touched(Snapshot before, Snapshot after) {
    Set<ObjectRef> touched = new HashSet<>();
    for (Change change : SchemaDiff.between(before, after)) {
      boolean altered = change instanceof Change.Altered;
      objects(change)
          .map(SchemaObject::ref)
          // what is altered of a table says nothing of its columns
          .filter(ref -> !altered || ref.kind() != ObjectKind.TABLE)
          .forEach(touched::add);
    }
    return touched;
  }

  private static Stream<SchemaObject> objects(Change change) {
    if (change instanceof Change.Added added) {
      return Stream.of(added.object());
    }
    if (change instanceof Change.Dropped dropped) {
      return Stream.of(dropped.object());
    }
    if (change instanceof Change.Renamed renamed) {
      return Stream.of(renamed.before(), renamed.after());
    }
    if (change instanceof Change.Altered altered) {
      return Stream.of(altered.before(), altered.after());
    }
    Change.Recreated recreated = (Change.Recreated) change;
    return Stream.of(recreated.before(), recreated.after());
  }
}
