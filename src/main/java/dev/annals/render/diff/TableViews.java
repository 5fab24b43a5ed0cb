package dev.annals.render.diff;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Preview;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Every touched table before and after, column by column. */
final class TableViews {

  private final Schema before;
  private final Schema after;
  private final Map<ObjectRef, ObjectRef> former = new HashMap<>();
  private final SortedSet<ObjectRef> touched = new TreeSet<>();

  private TableViews(Preview preview) {
    this.before = preview.before();
    this.after = preview.after();
    for (JudgedChange judged : preview.changes()) {
      ObjectRef ref = judged.change().subject();
      if (judged.change() instanceof Change.Renamed renamed) {
        former.put(ref, renamed.before().ref());
      }
      if (ref.kind() == ObjectKind.TABLE || ref.kind().belongsToRelation()) {
        touched.add(ObjectRef.table(ref.schema(), ref.owner()));
      }
    }
  }

  /**
   * A table.
   *
   * @param name its name
   * @param was its name before; empty where it is the same
   * @param state {@code added}, {@code changed} or {@code removed}
   * @param columns its columns, those that are gone last
   */
  public record TableView(String name, String was, String state, List<ColumnView> columns) {
    public TableView {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column; a text is empty on the side where it is not there.
   *
   * @param state {@code added}, {@code changed}, {@code removed} or empty
   */
  public record ColumnView(String state, String sign, String before, String after) {}

  static List<TableView> of(Preview preview) {
    TableViews views = new TableViews(preview);
    return views.touched.stream().flatMap(table -> views.view(table).stream()).toList();
  }

  private Optional<TableView> view(ObjectRef ref) {
    ObjectRef old = former.getOrDefault(ref, ref);
    Optional<Table> then = before.table(old.schema(), old.name());
    Optional<Table> now = after.table(ref.schema(), ref.name());
    if (then.or(() -> now).filter(table -> table.partitionOf().isEmpty()).isEmpty()) {
      return Optional.empty();
    }
    List<ColumnView> columns = new ArrayList<>();
    Set<ObjectRef> told = new HashSet<>();
    for (Column column : after.columns(ref.schema(), ref.name())) {
      ObjectRef was =
          former.getOrDefault(
              column.ref(),
              new ObjectRef(ObjectKind.COLUMN, old.schema(), old.name(), column.name()));
      Optional<Column> other = before.find(was).map(Column.class::cast);
      other.ifPresent(found -> told.add(found.ref()));
      String text = text(column);
      String earlier = other.map(TableViews::text).orElse("");
      String state = earlier.isEmpty() ? "added" : earlier.equals(text) ? "" : "changed";
      columns.add(new ColumnView(state, sign(state), earlier, text));
    }
    for (Column column : before.columns(old.schema(), old.name())) {
      if (!told.contains(column.ref())) {
        columns.add(new ColumnView("removed", sign("removed"), text(column), ""));
      }
    }
    String state = then.isEmpty() ? "added" : now.isEmpty() ? "removed" : "changed";
    return Optional.of(
        new TableView(ref.display(), old.equals(ref) ? "" : old.display(), state, columns));
  }

  private static String sign(String state) {
    return switch (state) {
      case "added" -> "+";
      case "removed" -> "\u2212";
      case "changed" -> "~";
      default -> "";
    };
  }

  private static String text(Column column) {
    return column.name()
        + " "
        + column.type()
        + (column.nullable() ? "" : " NOT NULL")
        + (column.defaultValue().isEmpty() ? "" : " DEFAULT " + column.defaultValue())
        + (column.identity().isEmpty() ? "" : " GENERATED " + column.identity() + " AS IDENTITY")
        + (column.generated().isEmpty() ? "" : " GENERATED " + column.generated());
  }
}
