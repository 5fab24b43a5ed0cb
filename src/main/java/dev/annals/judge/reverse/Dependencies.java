package dev.annals.judge.reverse;

import dev.annals.ddl.PartDdl;
import dev.annals.ddl.UnitDdl;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Sequence;
import dev.annals.model.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders objects so that each comes after those that its definition names. */
final class Dependencies {

  private final Schema schema;
  private final Map<String, List<SchemaObject>> byName = new HashMap<>();
  private final Set<SchemaObject> ordered = new LinkedHashSet<>();
  private final Set<SchemaObject> seen = new HashSet<>();

  private Dependencies(Schema schema, List<? extends SchemaObject> objects) {
    this.schema = schema;
    for (SchemaObject object : objects) {
      String name = object.ref().qualified().replaceFirst("\\(.*", "");
      byName.computeIfAbsent(name, key -> new ArrayList<>()).add(object);
    }
    objects.forEach(this::place);
  }

  /** What is named first, what names it after. */
  static List<SchemaObject> first(Schema schema, List<? extends SchemaObject> objects) {
    return new ArrayList<>(new Dependencies(schema, objects).ordered);
  }

  private void place(SchemaObject object) {
    if (seen.add(object)) {
      for (String name : names(object)) {
        byName.getOrDefault(name, List.of()).forEach(this::place);
      }
      ordered.add(object);
    }
  }

  /** Every dotted name in the object's definition; some are columns, and mean nothing here. */
  private Set<String> names(SchemaObject object) {
    Set<String> names = new LinkedHashSet<>();
    if (object instanceof View view) {
      names.addAll(view.uses());
      names.addAll(DottedNames.in(view.definition()));
      return names;
    }
    if (object instanceof Routine routine) {
      names.addAll(routine.uses());
      names.addAll(DottedNames.in(routine.arguments() + " " + routine.returns()));
      return names;
    }
    if (object instanceof Sequence) {
      return names;
    }
    names.addAll(DottedNames.in(UnitDdl.create(schema, object)));
    for (ForeignKey key : schema.foreignKeys(object.ref().schema(), object.ref().name())) {
      names.addAll(DottedNames.in(PartDdl.constraint(key)));
    }
    return names;
  }
}
