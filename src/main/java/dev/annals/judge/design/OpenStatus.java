package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.Set;
import java.util.stream.Stream;

/** A status that can be any text. */
final class OpenStatus implements DesignRule {

  private static final Set<String> NAMES = Set.of("status", "state");

  @Override
  public String id() {
    return "open-status";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public Confidence confidence() {
    return Confidence.MEDIUM;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema
        .columns()
        .filter(column -> NAMES.contains(Wording.last(column.name())))
        .filter(column -> Types.isText(schema.type(column)) && !schema.hasOwnType(column))
        .filter(column -> !schema.inForeignKey(column) && schema.checks(column).isEmpty())
        .filter(column -> column.generated().isEmpty())
        .filter(column -> !isPlace(column, schema) && !isImage(column, schema))
        .map(
            column ->
                Flaw.of(
                        column.ref(),
                        "column " + column.ref().display() + " takes any text",
                        "Which values there are is known to programs only; a mistyped one is taken,"
                            + " and such rows are in no list.",
                        "ALTER TABLE "
                            + Wording.sql(ObjectRef.table(column.schema(), column.relation()))
                            + " ADD CHECK ("
                            + Wording.sql(column.name())
                            + " IN (…)) NOT VALID; or use an enum, or a table of statuses.")
                    .because(Property.TYPE));
  }

  /** What anything was before and after, in a log. */
  private static boolean isImage(Column column, Blueprint schema) {
    String name = column.name();
    String other =
        name.startsWith("old_") ? "new_" + name.substring(4) : name.replaceFirst("^new_", "old_");
    return !other.equals(name)
        && schema.schema().column(column.schema(), column.relation(), other).isPresent();
  }

  /** The state of an address. */
  private static boolean isPlace(Column column, Blueprint schema) {
    return schema.schema().columns(column.schema(), column.relation()).stream()
        .anyMatch(each -> Wording.has(each.name(), Set.of("city", "zip", "postcode", "country")));
  }
}
