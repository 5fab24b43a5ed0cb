package dev.annals.render.page;

import dev.annals.kept.Key;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Publication;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Sequence;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.View;
import dev.annals.packed.Packed;
import dev.annals.render.diagram.Diagrams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the page of a relation or sequence shows of the schema, as a text that differs where that
 * does: itself, what it is related to, what uses it, and its neighbours in the list of all.
 */
final class Surroundings {

  private final Schema schema;
  private final Uses uses;
  private final List<ObjectRef> relations;
  private final NavigableSet<ObjectRef> sequences;
  private final Map<ObjectRef, Integer> places = new HashMap<>();
  private final Map<ObjectRef, String> texts = new ConcurrentHashMap<>();
  private final String common;

  Surroundings(Schema schema, Uses uses) {
    this.schema = schema;
    this.uses = uses;
    this.relations = relations(schema).stream().map(SchemaObject::ref).toList();
    this.sequences = new TreeSet<>(Uses.refs(schema.all(Sequence.class).toList()));
    for (int i = 0; i < relations.size(); i++) {
      places.put(relations.get(i), i);
    }
    // names are shorter where all is in one schema, or all tables are; rights on columns are few,
    // and so are publications, which a table may be in without being listed
    this.common =
        OneSchema.of(schema).prefix()
            + Diagrams.ofOneSchema(schema)
            + text(
                schema.all(Grant.class).filter(grant -> grant.on() == ObjectKind.COLUMN).toList())
            + text(schema.all(Publication.class).toList());
  }

  /** What has a page such as tables have, in the order of the pages. */
  static List<SchemaObject> relations(Schema schema) {
    return schema.objects().stream()
        .filter(object -> object instanceof Table || object instanceof View)
        .toList();
  }

  /** The text; the same for all that there is nothing of. */
  String of(ObjectRef ref) {
    if (sequences.contains(ref)) {
      return Key.of(
              own(ref), String.valueOf(sequences.lower(ref)), String.valueOf(sequences.higher(ref)))
          .hex();
    }
    Integer place = places.get(ref);
    if (place == null) {
      return "";
    }
    List<String> parts = new ArrayList<>(List.of(common));
    parts.add(relations.subList(Math.max(0, place - 1), place).toString());
    parts.add(relations.subList(place + 1, Math.min(relations.size(), place + 2)).toString());
    Set<ObjectRef> shown = new TreeSet<>(Diagrams.neighbours(schema, ref));
    shown.add(ref);
    for (ObjectRef one : shown) {
      parts.add(one.toString());
      parts.add(texts.computeIfAbsent(one, this::own));
      parts.add(Uses.refs(uses.partitions(one)).toString());
    }
    parts.add(String.valueOf(Diagrams.reachesFurther(schema, ref)));
    parts.add(uses.heirs(ref).toString());
    parts.add(Uses.refs(uses.readers(ref)).toString());
    parts.add(Uses.refs(uses.routines(ref)).toString());
    return Key.of(parts.toArray(String[]::new)).hex();
  }

  private String own(ObjectRef ref) {
    List<SchemaObject> all = new ArrayList<>(schema.find(ref).stream().toList());
    all.addAll(schema.partsOf(ref.schema(), ref.name(), SchemaObject.class));
    return text(all);
  }

  private static String text(List<? extends SchemaObject> objects) {
    return Key.of(Packed.plain(objects)).hex();
  }
}
