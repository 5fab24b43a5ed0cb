package dev.annals.judge.rules;

import dev.annals.model.change.Change;
import dev.annals.model.schema.Check;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import java.util.HashSet;
import java.util.Set;

/** Whether statements change the rows of a table before a condition on them is made. */
public final class Mending {

  /** What a verdict then says. */
  public static final String NOTE =
      "Statements before it change or delete rows of the table: it fails only on what they leave";

  private Mending() {}

  /** True where they do. */
  public static boolean precedes(Change change, ChangeContext context) {
    SchemaObject object =
        change instanceof Change.Added added
            ? added.object()
            : change instanceof Change.Altered altered ? altered.after() : null;
    boolean itself = change instanceof Change.Added && object instanceof Column; // a filling
    if (object == null || itself || !object.ref().kind().belongsToRelation()) {
      return false;
    }
    ObjectRef ref = object.ref();
    return context
        .route()
        .mendsRowsBefore(ObjectRef.table(ref.schema(), ref.parent()), words(object));
  }

  /** What the statement that makes the condition is bound to name. */
  private static Set<String> words(SchemaObject object) {
    Set<String> words = new HashSet<>(Set.of(object.ref().name()));
    if (object instanceof Key key) {
      words.addAll(key.columns());
    } else if (object instanceof Check check) {
      words.addAll(check.columns());
    } else if (object instanceof ForeignKey key) {
      words.addAll(key.columns());
    } else if (object instanceof Index index) {
      words.addAll(index.keys());
    }
    return words;
  }
}
