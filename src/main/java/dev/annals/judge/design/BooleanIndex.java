package dev.annals.judge.design;

import dev.annals.model.schema.Table;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** An index over two values. */
final class BooleanIndex implements DesignRule {

  @Override
  public String id() {
    return "boolean-index";
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
        .tables()
        .flatMap(
            table ->
                schema.accesses(table).stream()
                    .filter(
                        each -> !each.constraint() && !each.partial() && each.keys().size() == 1)
                    .filter(
                        each ->
                            schema
                                .column(table, each.columns().get(0))
                                .filter(column -> schema.type(column).equals("boolean"))
                                .isPresent())
                    .map(each -> flaw(each, table)));
  }

  private static Flaw flaw(Access access, Table table) {
    String column = access.columns().get(0);
    return Flaw.of(
        access.ref(),
        "index " + access.ref().display() + " is over a boolean alone",
        "Half of the table is behind each of its values, or nearly all is: it helps for the rare"
            + " one only, and every write keeps all.",
        "Index what is looked for, where it holds: CREATE INDEX ON "
            + Wording.sql(table.ref())
            + " (…) WHERE "
            + column
            + ";");
  }
}
