package dev.annals.render.diagram;

import dev.annals.model.change.Change;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The entity-relationship diagrams of a schema. The same schema gives the same picture, and every
 * method may be called by several threads.
 */
public final class Diagrams {

  private static final int ALL_COLUMNS = 30;
  private static final int KEYS_ONLY = 70;
  private static final int NAMES_ABOVE = 24;
  private static final int LISTED_ABOVE = 60;

  /** With more tables than this the second hop says less than the diagram of the area. */
  private static final int WIDER = 12;

  private static final int RELEASE_TABLES = 40;

  private Diagrams() {}

  /**
   * A table and what it is related to.
   *
   * @param hops 1 or 2
   * @return an empty diagram where the table is related to nothing, to too much to draw, or to no
   *     more than one hop shows
   */
  public static Diagram neighbourhood(Schema schema, ObjectRef table, int hops, LinkMaker links) {
    Drawing drawing = new Drawing(schema, links);
    Set<ObjectRef> near = drawing.neighbours(table);
    Set<ObjectRef> shown = new TreeSet<>(near);
    if (hops > 1 && near.size() <= NAMES_ABOVE) {
      for (ObjectRef one : near) {
        Set<ObjectRef> next = drawing.neighbours(one);
        if (next.size() <= 12) {
          shown.addAll(next);
        }
      }
    }
    shown.remove(table);
    String title = "Relations of " + table.display() + (hops > 1 ? ", two steps away" : "");
    boolean nothingMore = hops > 1 && shown.size() == near.size();
    if (shown.isEmpty() || nothingMore || shown.size() > (hops > 1 ? WIDER : LISTED_ABOVE)) {
      return new Diagram("", 0, 0, title, List.of());
    }
    drawing.add(table, near.size() > NAMES_ABOVE ? Detail.KEYS : Detail.ALL, true);
    for (ObjectRef one : shown) {
      boolean names = near.size() > NAMES_ABOVE || !near.contains(one);
      drawing.add(one, names ? Detail.NAME : Detail.LINKS, false);
    }
    return drawing.draw(title);
  }

  /** The whole schema: flat where it is small, by area where it is not. */
  public static Diagram whole(Schema schema, Areas areas, LinkMaker links) {
    Drawing drawing = new Drawing(schema, links);
    List<ObjectRef> tables = drawing.tables();
    Detail detail = tables.size() <= ALL_COLUMNS ? Detail.ALL : Detail.KEYS;
    String title = "All tables";
    if (tables.size() <= KEYS_ONLY) {
      tables.forEach(table -> drawing.add(table, detail, false));
      return drawing.draw(title);
    }
    SortedMap<String, List<Integer>> members = new TreeMap<>();
    for (ObjectRef table : tables) {
      members.computeIfAbsent(areas.of(table), area -> new ArrayList<>()).add(drawing.size());
      drawing.add(table, detail, false);
    }
    return drawing.drawAreas(title, members, areas);
  }

  /** The tables of one area, with what lies outside as chips. */
  public static Diagram area(Schema schema, Areas areas, String area, LinkMaker links) {
    Drawing drawing = new Drawing(schema, links);
    List<ObjectRef> tables =
        drawing.tables().stream().filter(table -> areas.of(table).equals(area)).toList();
    for (ObjectRef table : tables) {
      drawing.add(table, tables.size() <= ALL_COLUMNS ? Detail.ALL : Detail.KEYS, false);
    }
    return drawing.draw("Area " + area);
  }

  /**
   * What a release changed: the union of both schemas around the tables it touched, each thing
   * marked as added, changed or removed.
   */
  public static Diagram release(
      Schema before, Schema after, List<Change> changes, LinkMaker links) {
    Marks marks = Marks.of(changes);
    Schema union = marks.union(before, after);
    Drawing drawing = new Drawing(union, links, marks);
    List<ObjectRef> touched =
        drawing.tables().stream()
            .filter(table -> marks.touches(table))
            .limit(RELEASE_TABLES)
            .toList();
    Set<ObjectRef> near = new TreeSet<>();
    for (ObjectRef table : touched) {
      drawing.add(table, Detail.MARKED, false);
      near.addAll(drawing.neighbours(table));
    }
    near.removeAll(touched);
    if (near.size() + touched.size() <= RELEASE_TABLES) {
      near.forEach(table -> drawing.add(table, Detail.NAME, false));
    }
    return drawing.draw("What this release changed");
  }

  /** How much of a table is shown. */
  enum Detail {
    NAME,
    /** The columns that keys between the tables of the picture join. */
    LINKS,
    KEYS,
    ALL,
    MARKED
  }

  /** States of tables, columns and keys, and the union of two schemas that shows them all. */
  record Marks(Map<ObjectRef, State> states, Map<ObjectRef, SchemaObject> removed) {

    static final Marks NONE = new Marks(Map.of(), Map.of());

    static Marks of(List<Change> changes) {
      Map<ObjectRef, State> states = new TreeMap<>();
      Map<ObjectRef, SchemaObject> removed = new TreeMap<>();
      for (Change change : changes) {
        ObjectRef ref = change.subject();
        if (change instanceof Change.Dropped dropped) {
          states.put(ref, State.REMOVED);
          removed.put(ref, dropped.object());
        } else {
          states.merge(
              ref,
              change instanceof Change.Added ? State.ADDED : State.CHANGED,
              (a, b) -> a == State.CHANGED ? b : a);
        }
      }
      return new Marks(states, removed);
    }

    State of(ObjectRef ref) {
      return states.getOrDefault(ref, State.SAME);
    }

    State ofTable(ObjectRef table) {
      State own = of(table);
      return own == State.SAME && touches(table) ? State.CHANGED : own;
    }

    boolean touches(ObjectRef table) {
      return states.keySet().stream()
          .anyMatch(
              ref ->
                  ref.equals(table)
                      || (ref.schema().equals(table.schema())
                          && ref.parent().equals(table.name())
                          && ref.kind().belongsToRelation()));
    }

    Schema union(Schema before, Schema after) {
      if (removed.isEmpty()) {
        return after;
      }
      SortedMap<ObjectRef, SchemaObject> all = new TreeMap<>();
      for (SchemaObject object : before.objects()) {
        ObjectRef ref = object.ref();
        boolean gone =
            removed.containsKey(ref)
                || removed.containsKey(ObjectRef.table(ref.schema(), ref.owner()));
        if (gone && (ref.kind() == ObjectKind.TABLE || ref.kind().belongsToRelation())) {
          all.put(ref, object);
        }
      }
      after.objects().forEach(object -> all.put(object.ref(), object));
      return Schema.of(all);
    }
  }

  /** Collects boxes, then draws them with the keys between them. */
  private static final class Drawing {
    private final Schema schema;
    private final LinkMaker links;
    private final Marks marks;
    private final Map<ObjectRef, Integer> indexes = new TreeMap<>();
    private final List<Detail> details = new ArrayList<>();
    private final List<Boolean> focus = new ArrayList<>();
    private final Relations relations;
    private final Set<ObjectRef> joined = new TreeSet<>();

    Drawing(Schema schema, LinkMaker links) {
      this(schema, links, Marks.NONE);
    }

    Drawing(Schema schema, LinkMaker links, Marks marks) {
      this.schema = schema;
      this.links = links;
      this.marks = marks;
      this.relations = Relations.of(schema);
    }

    private static ObjectRef target(ForeignKey key) {
      return ObjectRef.table(key.targetSchema(), key.targetTable());
    }

    /** Tables without partitions, which their parent tells. */
    List<ObjectRef> tables() {
      return schema
          .all(Table.class)
          .filter(table -> table.partitionOf().isEmpty())
          .map(Table::ref)
          .toList();
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
      return Picture.of(title, boxes, edges(boxes, null));
    }

    Diagram drawAreas(String title, SortedMap<String, List<Integer>> members, Areas areas) {
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
      schema
          .primaryKey(table.schema(), table.name())
          .ifPresent(key -> primary.addAll(key.columns()));
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
          chip ? target.display() : "",
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
        more.add("+ " + hidden + (hidden == 1 ? " column" : " columns"));
      }
      int parts = relations.partitions(table);
      if (parts > 0 && detail != Detail.NAME) {
        more.add("+ " + parts + (parts == 1 ? " partition" : " partitions"));
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
}
