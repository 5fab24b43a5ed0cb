package dev.annals.render.diff;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.schema.Check;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Preview;
import dev.annals.render.diagram.MermaidWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The touched tables and their neighbours as an entity-relationship diagram in Mermaid's own words,
 * which code hosts draw. What is added, changed and removed is marked by a sign, since they draw
 * without our colours.
 */
final class Mermaid {

  private static final int TABLES = 16;
  private static final int NEIGHBOURS = 24;
  private static final int COLUMNS = 14;

  private final Schema before;
  private final Schema after;
  private final Map<ObjectRef, String> marks = new HashMap<>();
  private final Set<ObjectRef> concerned = new HashSet<>();
  private final SortedMap<ObjectRef, String> names = new TreeMap<>();
  private final StringBuilder out = new StringBuilder("erDiagram\n");

  private Mermaid(Preview preview) {
    this.before = preview.before();
    this.after = preview.after();
    for (JudgedChange judged : preview.changes()) {
      marks.merge(judged.change().subject(), mark(judged.change()), (a, b) -> a);
      ObjectRef part = judged.change().subject();
      after.find(part).ifPresent(this::concern);
      before.find(part).ifPresent(this::concern);
    }
  }

  /** The columns of an index or a constraint that is touched are what the change is about. */
  private void concern(SchemaObject part) {
    List<String> columns =
        part instanceof Index index
            ? index.keys()
            : part instanceof Check check
                ? check.columns()
                : part instanceof Key key ? key.columns() : List.of();
    ObjectRef ref = part.ref();
    columns.forEach(
        name -> concerned.add(new ObjectRef(ObjectKind.COLUMN, ref.schema(), ref.owner(), name)));
  }

  /** The diagram; nothing where no table is touched, or more than a picture can show. */
  static Optional<String> of(Preview preview) {
    return new Mermaid(preview).diagram();
  }

  private static String mark(Change change) {
    return change instanceof Change.Added ? "+" : change instanceof Change.Dropped ? "-" : "~";
  }

  private Optional<String> diagram() {
    SortedSet<ObjectRef> touched = touched();
    if (touched.isEmpty() || touched.size() > TABLES) {
      return Optional.empty();
    }
    SortedSet<ObjectRef> near = new TreeSet<>();
    keys().forEach(key -> near(key, touched, near));
    near.removeAll(touched);
    List<ObjectRef> shown = new ArrayList<>(touched);
    if (near.size() <= NEIGHBOURS) {
      shown.addAll(near);
    }
    shown.forEach(table -> names.put(table, "t" + (names.size() + 1)));
    for (ObjectRef table : shown) {
      table(table, touched.contains(table));
    }
    keys().forEach(this::relation);
    return Optional.of(out.toString().stripTrailing());
  }

  private static void near(ForeignKey key, Set<ObjectRef> touched, Set<ObjectRef> near) {
    ObjectRef child = ObjectRef.table(key.schema(), key.table());
    ObjectRef parent = ObjectRef.table(key.targetSchema(), key.targetTable());
    if (touched.contains(child)) {
      near.add(parent);
    }
    if (touched.contains(parent)) {
      near.add(child);
    }
  }

  /** Tables of which something is different; a partition goes with its parent. */
  private SortedSet<ObjectRef> touched() {
    SortedSet<ObjectRef> touched = new TreeSet<>();
    for (ObjectRef ref : marks.keySet()) {
      ObjectRef table = ObjectRef.table(ref.schema(), ref.owner());
      boolean drawn = ref.kind() == ObjectKind.TABLE || ref.kind().belongsToRelation();
      if (drawn && find(table).filter(t -> t.partitionOf().isEmpty()).isPresent()) {
        touched.add(table);
      }
    }
    return touched;
  }

  private Optional<Table> find(ObjectRef table) {
    return after.find(table).or(() -> before.find(table)).map(Table.class::cast);
  }

  /** The foreign keys of the head, then those that are gone. */
  private List<ForeignKey> keys() {
    Set<ObjectRef> there = new HashSet<>();
    List<ForeignKey> keys = new ArrayList<>();
    Stream.concat(after.all(ForeignKey.class), before.all(ForeignKey.class).filter(this::isGone))
        .forEach(
            key -> {
              if (there.add(key.ref())) {
                keys.add(key);
              }
            });
    return keys;
  }

  private boolean isGone(ForeignKey key) {
    return after.find(key.ref()).isEmpty()
        && (marks.containsKey(key.ref())
            || "-".equals(marks.get(ObjectRef.table(key.schema(), key.table()))));
  }

  private void table(ObjectRef table, boolean touched) {
    boolean gone = after.find(table).isEmpty();
    String mark = marks.getOrDefault(table, touched ? "~" : "");
    out.append("  ").append(names.get(table)).append("[\"");
    out.append(mark.isEmpty() ? "" : mark + " ")
        .append(MermaidWords.text(table.display()))
        .append("\"]");
    List<String> rows = touched ? rows(table, gone) : List.of();
    if (!rows.isEmpty()) {
      out.append(" {\n");
      rows.forEach(row -> out.append("    ").append(row).append('\n'));
      out.append("  }");
    }
    out.append('\n');
  }

  private List<String> rows(ObjectRef table, boolean gone) {
    SortedMap<String, Column> columns = new TreeMap<>();
    List<Column> ordered =
        new ArrayList<>((gone ? before : after).columns(table.schema(), table.name()));
    ordered.forEach(column -> columns.put(column.name(), column));
    before.columns(table.schema(), table.name()).stream()
        .filter(column -> !columns.containsKey(column.name()))
        .filter(column -> "-".equals(marks.get(column.ref())))
        .forEach(ordered::add);
    boolean whole = marks.containsKey(table) && !"~".equals(marks.get(table));
    List<String> rows = new ArrayList<>();
    int left = 0;
    for (Column column : ordered) {
      String key = key(column);
      boolean told =
          whole
              || !key.isEmpty()
              || marks.containsKey(column.ref())
              || concerned.contains(column.ref());
      if (told && rows.size() < COLUMNS) {
        rows.add(row(column, key));
      } else {
        left++;
      }
    }
    if (left > 0) {
      rows.add("and more \"" + left + (left == 1 ? " column\"" : " columns\""));
    }
    return rows;
  }

  private String row(Column column, String key) {
    String mark = marks.getOrDefault(column.ref(), "");
    String said =
        switch (mark) {
          case "+" -> " \"+ added\"";
          case "-" -> " \"- removed\"";
          case "~" -> " \"~ changed\"";
          default -> "";
        };
    return MermaidWords.word(column.type())
        + " "
        + MermaidWords.word(column.name())
        + (key.isEmpty() ? "" : " " + key)
        + said;
  }

  private String key(Column column) {
    Schema schema = after.find(column.ref()).isPresent() ? after : before;
    boolean primary =
        schema
            .primaryKey(column.schema(), column.relation())
            .map(Key::columns)
            .orElse(List.of())
            .contains(column.name());
    boolean foreign =
        schema.foreignKeys(column.schema(), column.relation()).stream()
            .anyMatch(each -> each.columns().contains(column.name()));
    return primary ? (foreign ? "PK, FK" : "PK") : foreign ? "FK" : "";
  }

  private void relation(ForeignKey key) {
    String child = names.get(ObjectRef.table(key.schema(), key.table()));
    String parent = names.get(ObjectRef.table(key.targetSchema(), key.targetTable()));
    boolean marked = marks.containsKey(key.ref());
    if (child == null || parent == null) {
      return;
    }
    String mark = marks.getOrDefault(key.ref(), isGone(key) ? "-" : "");
    boolean optional =
        key.columns().stream()
            .anyMatch(
                name ->
                    after
                        .column(key.schema(), key.table(), name)
                        .or(() -> before.column(key.schema(), key.table(), name))
                        .map(Column::nullable)
                        .orElse(false));
    out.append("  ").append(parent).append(optional ? " |o" : " ||");
    out.append(marked && mark.equals("-") ? ".." : "--").append("o{ ").append(child);
    out.append(" : \"").append(mark.isEmpty() ? "" : mark + " ");
    out.append(MermaidWords.text(String.join(", ", key.columns()))).append("\"\n");
  }
}
