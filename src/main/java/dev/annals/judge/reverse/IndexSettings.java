package dev.annals.judge.reverse;

import dev.annals.ddl.Names;
import dev.annals.model.schema.Exclusion;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How an index is kept, be it one for itself or that of a constraint: set without a new one. */
final class IndexSettings {

  /** What is set in place. */
  static final Set<Property> OWN = Set.of(Property.OPTIONS, Property.TABLESPACE);

  private IndexSettings() {}

  static boolean has(SchemaObject object) {
    return object instanceof Index || object instanceof Key || object instanceof Exclusion;
  }

  /** The statements that set one of {@link #OWN} back. */
  static List<String> back(SchemaObject before, SchemaObject after, Property property) {
    ObjectRef ref = before.ref();
    String head = "ALTER INDEX " + Names.name(ref.schema(), ref.name());
    if (property == Property.OPTIONS) {
      return TableReversal.options(head, options(before), options(after));
    }
    String place = before.properties().get(Property.TABLESPACE);
    return List.of(
        head + " SET TABLESPACE " + (place.isEmpty() ? "pg_default" : Names.name(place)));
  }

  private static Map<String, String> options(SchemaObject object) {
    if (object instanceof Index index) {
      return index.options();
    }
    if (object instanceof Key key) {
      return key.options();
    }
    return object instanceof Exclusion exclusion ? exclusion.options() : new TreeMap<>();
  }
}
