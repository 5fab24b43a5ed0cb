package dev.annals.render.diff;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Preview;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every touched table and view before and after, part by part. */
final class TableViews {

  private final Schema before;
  private final Schema after;
  private final Map<ObjectRef, ObjectRef> former = new HashMap<>();
  private final Set<ObjectRef> touched = new TreeSet<>();

  private TableViews(Preview preview) {
    this.before = preview.before();
    this.after = preview.after();
    for (JudgedChange judged : preview.changes()) {
      ObjectRef ref = judged.change().subject();
      if (judged.change() instanceof Change.Renamed renamed) {
        former.put(ref, renamed.before().ref());
      }
    }
    for (JudgedChange judged : preview.changes()) {
      ObjectRef ref = judged.change().subject();
      if (ref.kind().isRelation() || ref.kind().belongsToRelation()) {
        relation(ref).ifPresent(touched::add);
      }
    }
  }

  private Optional<ObjectRef> relation(ObjectRef part) {
    return after
        .relation(part.schema(), part.owner())
        .or(() -> before.relation(part.schema(), part.owner()))
        .map(SchemaObject::ref)
        .map(this::today);
  }

  /** What went with a table's old name went from the table that has another one now. */
  private ObjectRef today(ObjectRef relation) {
    return former.entrySet().stream()
        .filter(renamed -> renamed.getValue().equals(relation))
        .map(Map.Entry::getKey)
        .filter(renamed -> after.find(relation).isEmpty())
        .findFirst()
        .orElse(relation);
  }

  /**
   * A table or a view.
   *
   * @param kind {@code table}, {@code view}, …
   * @param name its name
   * @param was its name before; empty where it is the same
   * @param state {@code added}, {@code changed} or {@code removed}
   * @param sections its parts, by their sort
   */
  public record TableView(
      String kind, String name, String was, String state, List<SectionView> sections) {
    public TableView {
      sections = List.copyOf(sections);
    }
  }

  /**
   * Parts of one sort.
   *
   * @param title {@code indexes}
   * @param rows those that are gone come last
   */
  public record SectionView(String title, List<RowView> rows) {
    public SectionView {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A part; a text is empty on the side where it is not there.
   *
   * @param state {@code added}, {@code changed}, {@code removed} or empty
   */
  public record RowView(String state, String sign, String before, String after) {

    static RowView of(String before, String after) {
      String state =
          before.equals(after)
              ? ""
              : before.isEmpty() ? "added" : after.isEmpty() ? "removed" : "changed";
      return new RowView(state, sign(state), before, after);
    }

    private static String sign(String state) {
      return switch (state) {
        case "added" -> "+";
        case "removed" -> "\u2212";
        case "changed" -> "~";
        default -> "";
      };
    }
  }

  static List<TableView> of(Preview preview) {
    TableViews views = new TableViews(preview);
    return views.touched.stream().flatMap(ref -> views.view(ref).stream()).toList();
  }

  private Optional<TableView> view(ObjectRef ref) {
    ObjectRef old = former.getOrDefault(ref, ref);
    Optional<SchemaObject> then = before.relation(old.schema(), old.name());
    Optional<SchemaObject> now = after.relation(ref.schema(), ref.name());
    if ((then.isEmpty() && now.isEmpty())
        || now.or(() -> then).filter(this::isPartition).isPresent()) {
      return Optional.empty();
    }
    String state = then.isEmpty() ? "added" : now.isEmpty() ? "removed" : "changed";
    return Optional.of(
        new TableView(
            ref.kind().label(),
            ref.display(),
            old.display().equals(ref.display()) ? "" : old.display(),
            state,
            new RelationRows(before, after, former, old, ref).sections()));
  }

  private boolean isPartition(SchemaObject relation) {
    return relation instanceof Table table && !table.partitionOf().isEmpty();
  }
}
