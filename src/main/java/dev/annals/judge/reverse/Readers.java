package dev.annals.judge.reverse;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Dotted;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.View;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The views of the schema after a step that stand in the way back: those whose query or columns
 * changed, those that read a column whose type changes back, and all that read such a view.
 */
final class Readers {

  private final Schema after;
  private final Set<ObjectRef> going = new HashSet<>();
  private final Set<ObjectRef> added = new HashSet<>();

  Readers(Schema after, List<JudgedChange> changes) {
    this.after = after;
    Set<String> retyped = new HashSet<>();
    for (JudgedChange judged : changes) {
      note(judged.change(), retyped);
    }
    List<View> views = after.all(View.class).toList();
    for (View view : views) {
      if (view.uses().stream().anyMatch(retyped::contains)) {
        going.add(view.ref());
      }
    }
    boolean more = true;
    while (more) {
      more = going.addAll(views.stream().filter(this::readsGoing).map(View::ref).toList());
    }
  }

  private boolean readsGoing(View view) {
    return view.uses().stream()
        .anyMatch(name -> going.stream().anyMatch(ref -> ref.qualified().equals(name)));
  }

  private void note(Change change, Set<String> retyped) {
    if (change instanceof Change.Altered altered) {
      Property what = altered.property();
      if (altered.after() instanceof View view && what == Property.DEFINITION) {
        going.add(view.ref());
      }
      boolean type = what == Property.TYPE || what == Property.COLLATION;
      if (altered.after() instanceof Column column && (type || what == Property.POSITION)) {
        column(column, type ? retyped : new HashSet<>());
      }
    } else if (change instanceof Change.Added fact && fact.object() instanceof View view) {
      going.add(view.ref());
      added.add(view.ref());
    } else if (change instanceof Change.Added fact && fact.object() instanceof Column column) {
      column(column, new HashSet<>());
    } else if (change instanceof Change.Dropped dropped
        && dropped.object() instanceof Column column) {
      column(column, new HashSet<>());
    }
  }

  private void column(Column column, Set<String> retyped) {
    SchemaObject owner = after.relation(column.schema(), column.relation()).orElse(null);
    if (owner instanceof View view) {
      going.add(view.ref());
    } else {
      retyped.add(Dotted.of(column.schema(), column.relation()));
    }
  }

  /** The views that have to go and come back as they were, in no order. */
  List<View> returning() {
    return after
        .all(View.class)
        .filter(view -> going.contains(view.ref()) && !added.contains(view.ref()))
        .toList();
  }

  /** True for such a view, and for what belongs to one. */
  boolean covers(SchemaObject object) {
    ObjectRef ref = object.ref();
    return going.stream()
        .anyMatch(
            view -> view.schema().equals(ref.schema()) && view.name().equals(Owners.of(object)));
  }
}
