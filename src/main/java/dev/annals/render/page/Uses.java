package dev.annals.render.page;

import dev.annals.model.schema.Descent;
import dev.annals.model.schema.Dotted;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.View;
import dev.annals.render.Once;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What uses the tables and views of a schema: foreign keys, views, routines, partitions. */
final class Uses {

  private final Schema schema;
  private final Map<String, List<ForeignKey>> incoming = new HashMap<>();
  private final Map<String, List<Table>> partitions = new HashMap<>();
  private final Map<String, List<View>> readers = new HashMap<>();
  private final Descent descent;
  private final List<Routine> routines;
  private final List<String> bodies;

  Uses(Schema schema) {
    this.schema = schema;
    this.descent = new Descent(schema);
    this.routines = schema.all(Routine.class).toList();
    this.bodies = routines.stream().map(r -> r.body().toLowerCase(Locale.ROOT)).toList();
    schema
        .all(ForeignKey.class)
        .forEach(key -> note(Dotted.of(key.targetSchema(), key.targetTable()), key, incoming));
    schema
        .all(Table.class)
        .filter(table -> !table.partitionOf().isEmpty())
        .forEach(table -> note(table.partitionOf(), table, partitions));
    schema.all(View.class).forEach(view -> view.uses().forEach(used -> note(used, view, readers)));
  }

  private static <V> void note(String used, V user, Map<String, List<V>> users) {
    users.computeIfAbsent(used, key -> new ArrayList<>()).add(user);
  }

  /** The foreign keys that point at it, without those of partitions, whose parents have them. */
  List<ForeignKey> incoming(ObjectRef ref) {
    return incoming.getOrDefault(ref.qualified(), List.of()).stream()
        .filter(
            key ->
                schema
                    .table(key.schema(), key.table())
                    .map(child -> child.partitionOf().isEmpty())
                    .orElse(true))
        .toList();
  }

  /** The partitions of a table. */
  List<Table> partitions(ObjectRef ref) {
    return partitions.getOrDefault(ref.qualified(), List.of());
  }

  /** The tables that inherit a table's columns plainly. */
  List<ObjectRef> heirs(ObjectRef ref) {
    return descent.heirs(ref);
  }

  /** The views that read it. */
  List<View> readers(ObjectRef ref) {
    return readers.getOrDefault(ref.qualified(), List.of());
  }

  /** The routines that name it, those of its triggers included. */
  List<Routine> routines(ObjectRef ref) {
    String name = ref.name().toLowerCase(Locale.ROOT);
    Supplier<Pattern> word = new Once<>(() -> word(ref));
    List<Routine> found = new ArrayList<>();
    for (int i = 0; i < routines.size(); i++) {
      Routine routine = routines.get(i);
      // few bodies hold the letters at all
      if (routine.uses().contains(ref.qualified())
          || (bodies.get(i).contains(name) && word.get().matcher(routine.body()).find())) {
        found.add(routine);
      }
    }
    return found;
  }

  private static Pattern word(ObjectRef ref) {
    return Pattern.compile(
        "(?i)(?<![\\w.\"])(?:"
            + Pattern.quote(ref.schema())
            + "\\.)?"
            + Pattern.quote(ref.name())
            + "\\b");
  }

  /** Their addresses. */
  static List<ObjectRef> refs(List<? extends SchemaObject> objects) {
    return objects.stream().map(SchemaObject::ref).toList();
  }
}
