package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A drawn key that can run out of numbers. */
final class KeyWillOverflow implements DesignRule {

  @Override
  public String id() {
    return "key-will-overflow";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Confidence confidence() {
    return Confidence.MEDIUM;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema.tables().flatMap(table -> of(table, schema).stream());
  }

  private static Optional<Flaw> of(Table table, Blueprint schema) {
    return schema
        .primaryKey(table)
        .filter(key -> key.columns().size() == 1)
        .flatMap(key -> schema.column(table, key.columns().get(0)))
        .filter(column -> List.of("integer", "smallint").contains(schema.type(column)))
        .filter(column -> isDrawn(column))
        .map(column -> flaw(column, table, schema));
  }

  private static boolean isDrawn(Column column) {
    return !column.identity().isEmpty() || column.defaultValue().startsWith("nextval(");
  }

  private static Flaw flaw(Column column, Table table, Blueprint schema) {
    boolean grows =
        schema.columns(table).stream()
            .anyMatch(
                each ->
                    Types.isMoment(schema.type(each))
                        && each.defaultValue().matches("(?i).*(now\\(\\)|current_timestamp).*"));
    int behind = schema.incoming(table).size();
    String name = table.ref().display();
    return Flaw.of(
            column.ref(),
            "key " + column.ref().display() + " ends at " + Types.greatest(schema.type(column)),
            "Numbers of deleted and refused rows count, too. After the last one every insert into "
                + name
                + " fails"
                + (behind == 0
                    ? "."
                    : ", and "
                        + behind
                        + (behind == 1 ? " foreign key has" : " foreign keys have")
                        + " to be widened with it."),
            "Make it bigint while the table is small enough to be rewritten, its sequence and what"
                + " refers to it as well.")
        .because(Property.TYPE)
        .doubtfulIf(!grows);
  }
}
