package dev.annals.judge.design;

import dev.annals.model.schema.Table;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** A table whose rows cannot be told apart. */
final class TableWithoutPrimaryKey implements DesignRule {

  @Override
  public String id() {
    return "table-without-primary-key";
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
        .filter(table -> schema.primaryKey(table).isEmpty() && table.inherits().isEmpty())
        .map(table -> flaw(table, schema));
  }

  private static Flaw flaw(Table table, Blueprint schema) {
    String name = table.ref().display();
    String stand =
        schema.accesses(table).stream()
            .filter(each -> each.unique() && !each.partial() && required(each, table, schema))
            .map(each -> Wording.columns(each.columns()))
            .findFirst()
            .orElse("");
    return Flaw.of(
            table.ref(),
            "table " + name + " has no primary key",
            "A row that is there twice cannot be told from its twin, foreign keys have nothing to"
                + " refer to, and logical replication refuses to update or delete rows of it.",
            stand.isEmpty()
                ? "Declare the columns that tell its rows apart, or add an identity column: ALTER"
                    + " TABLE "
                    + Wording.sql(table.ref())
                    + " ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;"
                : "Its unique "
                    + stand
                    + " takes no nulls: make it the primary key (ADD PRIMARY KEY USING INDEX keeps"
                    + " the index).")
        .mildIf(!stand.isEmpty());
  }

  private static boolean required(Access access, Table table, Blueprint schema) {
    return access.columns().stream()
        .allMatch(
            name -> schema.column(table, name).filter(column -> !column.nullable()).isPresent());
  }
}
