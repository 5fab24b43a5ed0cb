package dev.annals.judge.reverse;

import dev.annals.model.schema.Collation;
import dev.annals.model.schema.EventTrigger;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Operator;
import dev.annals.model.schema.Publication;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Sequence;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.View;

/** To what a part or a right belongs, and who owns what. */
final class Owners {

  private Owners() {}

  /** The name of the relation, type or routine that an object belongs to, or its own. */
  static String of(SchemaObject object) {
    ObjectRef ref = object instanceof Grant grant ? grant.target() : object.ref();
    return ref.owner();
  }

  /** True where a right is one on this object, or on a column of it. */
  static boolean concerns(Grant grant, SchemaObject object) {
    ObjectRef ref = object.ref();
    boolean space = ref.kind() == ObjectKind.SCHEMA;
    boolean column = grant.on() == ObjectKind.COLUMN && ref.kind().isRelation();
    return grant.schema().equals(space ? "" : ref.schema())
        && (grant.on() == ref.kind() || column)
        && of(grant).equals(ref.name());
  }

  /** True for a sequence that belongs to this relation. */
  static boolean concerns(Sequence sequence, SchemaObject relation) {
    ObjectRef ref = relation.ref();
    return sequence
        .owner()
        .filter(
            column -> column.schema().equals(ref.schema()) && column.parent().equals(ref.name()))
        .isPresent();
  }

  /** The role that owns an object; empty where the model does not say. */
  static String role(SchemaObject object) {
    if (object instanceof Table table) {
      return table.owner();
    }
    if (object instanceof View view) {
      return view.owner();
    }
    if (object instanceof EventTrigger trigger) {
      return trigger.owner();
    }
    if (object instanceof Operator operator) {
      return operator.owner();
    }
    if (object instanceof Collation collation) {
      return collation.owner();
    }
    if (object instanceof Publication publication) {
      return publication.owner();
    }
    return object instanceof Routine routine ? routine.owner() : "";
  }
}
