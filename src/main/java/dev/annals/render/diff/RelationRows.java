package dev.annals.render.diff;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.render.diff.TableViews.RowView;
import dev.annals.render.diff.TableViews.SectionView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One relation before and after: columns, constraints, indexes, and whatever else is part of it.
 */
final class RelationRows {

  private static final List<ObjectKind> PARTS =
      List.of(
          ObjectKind.PRIMARY_KEY,
          ObjectKind.UNIQUE,
          ObjectKind.FOREIGN_KEY,
          ObjectKind.CHECK,
          ObjectKind.EXCLUSION,
          ObjectKind.INDEX,
          ObjectKind.TRIGGER,
          ObjectKind.POLICY,
          ObjectKind.REWRITE_RULE,
          ObjectKind.STATISTICS,
          ObjectKind.PUBLISHED_TABLE);

  private final Schema before;
  private final Schema after;
  private final Map<ObjectRef, ObjectRef> former;
  private final ObjectRef old;
  private final ObjectRef now;

  /**
   * @param former addresses before, by those after, of what was renamed
   * @param old the relation's address before
   * @param now its address after
   */
  RelationRows(
      Schema before, Schema after, Map<ObjectRef, ObjectRef> former, ObjectRef old, ObjectRef now) {
    this.before = before;
    this.after = after;
    this.former = former;
    this.old = old;
    this.now = now;
  }

  /** The sections that have rows. */
  List<SectionView> sections() {
    List<SectionView> sections = new ArrayList<>();
    add(sections, "columns", parts(ObjectKind.COLUMN));
    PARTS.forEach(kind -> add(sections, kind.plural(), parts(kind)));
    Optional<SchemaObject> then = before.relation(old.schema(), old.name());
    Optional<SchemaObject> here = after.relation(now.schema(), now.name());
    add(sections, "query", itself(then, here, PartText::definition));
    add(sections, "settings", itself(then, here, PartText::settings));
    add(sections, "comment", itself(then, here, SchemaObject::comment));
    return sections;
  }

  private static void add(List<SectionView> sections, String title, List<RowView> rows) {
    if (!rows.isEmpty()) {
      sections.add(new SectionView(title, rows));
    }
  }

  private static List<RowView> itself(
      Optional<SchemaObject> then,
      Optional<SchemaObject> here,
      Function<SchemaObject, String> text) {
    String was = then.map(text).orElse("");
    String is = here.map(text).orElse("");
    return was.isEmpty() && is.isEmpty() ? List.of() : List.of(RowView.of(was, is));
  }

  /** Those that are there, in their order, then those that are gone. */
  private List<RowView> parts(ObjectKind kind) {
    List<RowView> rows = new ArrayList<>();
    Set<ObjectRef> told = new HashSet<>();
    for (SchemaObject part : of(after, now, kind)) {
      ObjectRef was =
          former.getOrDefault(
              part.ref(), new ObjectRef(kind, old.schema(), old.name(), part.ref().name()));
      Optional<SchemaObject> other = before.find(was);
      other.ifPresent(found -> told.add(found.ref()));
      boolean noted = other.filter(each -> !each.comment().equals(part.comment())).isPresent();
      rows.add(RowView.of(other.map(each -> text(each, noted)).orElse(""), text(part, noted)));
    }
    for (SchemaObject part : of(before, old, kind)) {
      if (!told.contains(part.ref())) {
        rows.add(RowView.of(text(part, false), ""));
      }
    }
    return rows;
  }

  private static List<? extends SchemaObject> of(Schema schema, ObjectRef owner, ObjectKind kind) {
    return kind == ObjectKind.COLUMN
        ? schema.partsOf(owner.schema(), owner.name(), Column.class)
        : schema.partsOf(owner.schema(), owner.name(), SchemaObject.class).stream()
            .filter(part -> part.ref().kind() == kind)
            .toList();
  }

  /** Comments are told where they are what changed. */
  private static String text(SchemaObject part, boolean noted) {
    return PartText.of(part) + (noted && !part.comment().isEmpty() ? "\n-- " + part.comment() : "");
  }
}
