package dev.annals.render.diagram;

import dev.annals.model.Counted;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects boxes, then draws them with the keys between them. */
final class Drawing {
  private final Schema schema;
  private final LinkMaker links;
  private final Marks marks;
  private final Map<ObjectRef, Integer> indexes = new TreeMap<>();
  private final List<Detail> details = new ArrayList<>();
  private final List<Boolean> focus = new ArrayList<>();
  private final Relations relations;
  private final Set<ObjectRef> joined = new TreeSet<>();
  private final boolean oneSchema;

  Drawing(Schema schema, LinkMaker links) {
    this(schema, links, Marks.NONE);
  }

  Drawing(Schema schema, LinkMaker links, Marks marks) {
    this.schema = schema;
    this.links = links;
    this.marks = marks;
    this.relations = Relations.of(schema);
    this.oneSchema = relations.ofOneSchema();
  }

  /** A name says no schema where there is but one. */
  private String name(ObjectRef table) {
    return oneSchema ? table.name() : table.display();
  }

  private static ObjectRef target(ForeignKey key) {
    return ObjectRef.table(key.targetSchema(), key.targetTable());
  }

  /** Tables without partitions, which their parent tells. */
  List<ObjectRef> tables() {
    return relations.tables();
  }

  Set<ObjectRef> neighbours(ObjectRef table) {
    return relations.neighbours(table);
  }

  int size() {
    return indexes.size();
  }

  void add(ObjectRef table, Detail detail, boolean inFocus) {
    if (indexes.putIfAbsent(table, indexes.size()) == null) {
      details.add(detail);
      focus.add(inFocus);
    }
  }

  Diagram draw(String title) {
    List<Box> boxes = boxes(null);
    if (links.mermaid()) {
      return Diagram.ofMermaid(title, MermaidText.of(boxes, edges(boxes, null)));
    }
    return Picture.of(title, boxes, edges(boxes, null));
  }

  Diagram drawAreas(String title, SortedMap<String, List<Integer>> members, Areas areas) {
    if (links.mermaid()) {
      return draw(title);
    }
    List<Box> boxes = boxes(areas);
    return Picture.ofAreas(title, members, boxes, edges(boxes, areas));
  }

  private List<Box> boxes(Areas areas) {
    Box[] boxes = new Box[indexes.size()];
    indexes.forEach((table, index) -> boxes[index] = box(table, index, areas));
    return List.of(boxes);
  }

  private Box box(ObjectRef table, int index, Areas areas) {
    List<Column> columns = schema.columns(table.schema(), table.name());
    Set<String> primary = new TreeSet<>();
    schema.primaryKey(table.schema(), table.name()).ifPresent(key -> primary.addAll(key.columns()));
    Map<String, ForeignKey> foreign = new TreeMap<>();
    for (ForeignKey key : schema.foreignKeys(table.schema(), table.name())) {
      key.columns().forEach(column -> foreign.putIfAbsent(column, key));
    }
    List<Box.Row> rows = new ArrayList<>();
    for (Column column : columns) {
      if (shown(details.get(index), column, primary, foreign)) {
        rows.add(row(column, primary, foreign.get(column.name()), areas, table));
      }
    }
    return new Box(
        table,
        table.display(),
        name(table),
        links.href(table),
        rows,
        more(table, columns.size() - rows.size(), details.get(index)),
        marks.ofTable(table),
        focus.get(index));
  }

  private boolean shown(
      Detail detail, Column column, Set<String> primary, Map<String, ForeignKey> foreign) {
    boolean key = primary.contains(column.name()) || foreign.containsKey(column.name());
    return switch (detail) {
      case NAME -> false;
      case LINKS -> joined().contains(column.ref());
      case KEYS -> key;
      case ALL -> true;
      case MARKED ->
          key
              || marks.of(column.ref()) != State.SAME
              || marks.of(ObjectRef.table(column.schema(), column.relation())) == State.ADDED;
    };
  }

  /** The columns at either end of a key that is drawn. */
  private Set<ObjectRef> joined() {
    if (joined.isEmpty()) {
      for (ObjectRef table : indexes.keySet()) {
        for (ForeignKey key : schema.foreignKeys(table.schema(), table.name())) {
          if (indexes.containsKey(target(key))) {
            key.columns().forEach(c -> joined.add(column(table, c)));
            key.targetColumns().forEach(c -> joined.add(column(target(key), c)));
          }
        }
      }
    }
    return joined;
  }

  private static ObjectRef column(ObjectRef table, String name) {
    return new ObjectRef(ObjectKind.COLUMN, table.schema(), table.name(), name);
  }

  private Box.Row row(
      Column column, Set<String> primary, ForeignKey key, Areas areas, ObjectRef table) {
    boolean inPrimary = primary.contains(column.name());
    ObjectRef target = key == null ? table : target(key);
    boolean outside =
        key != null
            && (!indexes.containsKey(target)
                || (areas != null && !areas.of(target).equals(areas.of(table))));
    boolean chip = outside && schema.find(target).isPresent();
    return new Box.Row(
        column.name(),
        shorter(column.type()),
        inPrimary ? (key == null ? "PK" : "PF") : key == null ? "" : "FK",
        column.nullable(),
        chip ? name(target) : "",
        chip ? links.href(target) : "",
        marks.of(column.ref()));
  }

  private static String shorter(String type) {
    return type.replace("character varying", "varchar")
        .replace("character(", "char(")
        .replace("timestamp with time zone", "timestamptz")
        .replace("timestamp without time zone", "timestamp")
        .replaceFirst("^public\\.", "");
  }

  private String more(ObjectRef table, int hidden, Detail detail) {
    List<String> more = new ArrayList<>();
    if (hidden > 0 && detail != Detail.NAME && detail != Detail.LINKS) {
      more.add("+ " + Counted.of(hidden, "column"));
    }
    int parts = relations.partitions(table);
    if (parts > 0 && detail != Detail.NAME) {
      more.add("+ " + Counted.of(parts, "partition"));
    }
    return String.join(", ", more);
  }

  private List<Edge> edges(List<Box> boxes, Areas areas) {
    List<Edge> edges = new ArrayList<>();
    for (Box box : boxes) {
      for (ForeignKey key : schema.foreignKeys(box.ref().schema(), box.ref().name())) {
        Integer parent = indexes.get(target(key));
        boolean apart = areas != null && !areas.of(target(key)).equals(areas.of(box.ref()));
        if (parent != null && !apart) {
          edges.add(edge(box, key, boxes.get(parent), parent));
        }
      }
    }
    return edges;
  }

  private Edge edge(Box child, ForeignKey key, Box parent, int parentIndex) {
    boolean optional =
        key.columns().stream()
            .anyMatch(
                name ->
                    schema
                        .column(key.schema(), key.table(), name)
                        .map(Column::nullable)
                        .orElse(false));
    boolean one =
        schema.partsOf(key.schema(), key.table(), Key.class).stream()
            .anyMatch(k -> Set.copyOf(k.columns()).equals(Set.copyOf(key.columns())));
    return new Edge(
        key.name(),
        indexes.get(child.ref()),
        child.rowOf(key.columns().get(0)),
        parentIndex,
        parent.rowOf(key.targetColumns().get(0)),
        optional,
        one,
        marks.of(key.ref()));
  }
}
