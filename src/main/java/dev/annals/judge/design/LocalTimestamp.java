package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Moments that do not say in which zone. */
final class LocalTimestamp implements DesignRule {

  @Override
  public String id() {
    return "local-timestamp";
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
    boolean mixed =
        schema
            .columns()
            .anyMatch(column -> schema.type(column).matches("timestamp.* with time zone"));
    return schema
        .tables()
        .map(table -> local(table, schema))
        .filter(columns -> !columns.isEmpty())
        .map(columns -> flaw(columns, mixed));
  }

  private static List<Column> local(Table table, Blueprint schema) {
    return schema.columns(table).stream()
        .filter(column -> Types.isLocalMoment(schema.type(column)))
        .filter(column -> !Wording.words(column.name()).contains("local"))
        .toList();
  }

  private static Flaw flaw(List<Column> columns, boolean mixed) {
    Column first = columns.get(0);
    String table = ObjectRef.table(first.schema(), first.relation()).display();
    List<String> names = columns.stream().map(Column::name).toList();
    Flaw flaw =
        Flaw.of(
                first.ref(),
                "in table "
                    + table
                    + " "
                    + Wording.few(names)
                    + (names.size() == 1 ? " has" : " have")
                    + " no time zone",
                mixed
                    ? "Other columns of this schema have one: comparing the two kinds takes the"
                        + " zone of the session, and two sessions see two results."
                    : "The value is the wall clock of whoever wrote it: a program or server in"
                        + " another zone reads another moment, and one hour a year is there twice.",
                "Use timestamptz: ALTER COLUMN … TYPE timestamptz USING … AT TIME ZONE 'UTC', with"
                    + " the zone in which it was written.")
            .because(Property.TYPE)
            .doubtfulIf(!mixed);
    for (Column column : columns) {
      flaw = flaw.and(column.ref());
    }
    return flaw;
  }
}
