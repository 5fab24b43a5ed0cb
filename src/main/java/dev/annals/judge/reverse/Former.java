package dev.annals.judge.reverse;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.schema.Namespace;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What objects were called before a step. */
final class Former {

  private final Schema before;
  private final Map<String, String> spaces = new HashMap<>();
  private final Map<ObjectRef, SchemaObject> known = new HashMap<>();

  Former(Schema before, List<JudgedChange> changes) {
    this.before = before;
    for (JudgedChange judged : changes) {
      if (judged.change() instanceof Change.Renamed renamed) {
        known.put(renamed.after().ref(), renamed.before());
        if (renamed.after() instanceof Namespace) {
          spaces.put(renamed.after().ref().name(), renamed.before().ref().name());
        }
      } else if (judged.change() instanceof Change.Altered altered) {
        known.put(altered.after().ref(), altered.before());
      }
    }
  }

  /** The name of a name space before. */
  String space(String schema) {
    return spaces.getOrDefault(schema, schema);
  }

  /** What stands for itself, as it was before; empty for what was not there. */
  Optional<SchemaObject> of(SchemaObject after) {
    SchemaObject changed = known.get(after.ref());
    ObjectRef ref = after.ref();
    return changed == null
        ? before.find(ObjectRef.of(ref.kind(), space(ref.schema()), ref.name()))
        : Optional.of(changed);
  }
}
