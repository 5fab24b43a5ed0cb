package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A unique key that rows keep after they were deleted softly. */
final class SoftDeleteUnique implements DesignRule {

  private static final Set<String> MARKS =
      Set.of(
          "deleted_at",
          "deleted_on",
          "deleted",
          "is_deleted",
          "deletedat",
          "removed_at",
          "deleted_date");
  private static final Set<String> OWN =
      Set.of("uuid", "guid", "token", "secret", "hash", "key", "external", "id", "seq", "number");

  @Override
  public String id() {
    return "soft-delete-unique";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Confidence confidence() {
    return Confidence.HIGH;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema
        .tables()
        .flatMap(
            table ->
                schema.columns(table).stream()
                    .filter(column -> MARKS.contains(column.name().toLowerCase(Locale.ROOT)))
                    .limit(1)
                    .flatMap(mark -> of(table, mark, schema)));
  }

  private static Stream<Flaw> of(Table table, Column mark, Blueprint schema) {
    return schema.accesses(table).stream()
        .filter(each -> each.unique() && !each.primary() && !each.partial())
        .filter(each -> !each.keys().toString().contains(mark.name()))
        .filter(
            each ->
                schema.incoming(table).stream()
                    .noneMatch(key -> key.targetColumns().equals(each.keys())))
        .map(each -> flaw(each, mark, table).doubtfulIf(isOwn(each)));
  }

  /** Names that are made once for a row, and never again. */
  private static boolean isOwn(Access access) {
    return access.keys().size() == 1 && Wording.has(access.keys().get(0), OWN);
  }

  private static Flaw flaw(Access access, Column mark, Table table) {
    String name = table.ref().display();
    String where = mark.type().equals("boolean") ? "NOT " + mark.name() : mark.name() + " IS NULL";
    return Flaw.of(
            access.ref(),
            "unique "
                + Wording.keys(access.keys())
                + " of "
                + name
                + " counts rows that are deleted",
            "Rows stay when "
                + mark.name()
                + " is set: whoever comes back, or takes the name of one"
                + " that is gone, is refused.",
            "Make it a partial index: CREATE UNIQUE INDEX ON "
                + Wording.sql(table.ref())
                + " ("
                + String.join(", ", access.keys())
                + ") WHERE "
                + where
                + ";")
        .and(mark.ref());
  }
}
