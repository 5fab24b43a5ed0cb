package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A column that is named like a reference, and is none. */
final class MissingForeignKey implements DesignRule {

  @Override
  public String id() {
    return "missing-foreign-key";
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
    return schema.tables().flatMap(table -> of(table, schema));
  }

  private static Stream<Flaw> of(Table table, Blueprint schema) {
    return schema.columns(table).stream()
        .filter(column -> Wording.words(column.name()).size() > 1)
        .filter(column -> !schema.inForeignKey(column) && column.generated().isEmpty())
        .flatMap(column -> target(column, table, schema).map(to -> flaw(column, to)).stream());
  }

  /** The one table that the column's name is made of, with a key of the column's type. */
  private static Optional<Table> target(Column column, Table table, Blueprint schema) {
    List<Table> all =
        schema
            .tables()
            .filter(other -> !other.equals(table))
            .filter(other -> isNamed(column, other, schema))
            .toList();
    List<Table> near = all.stream().filter(other -> other.schema().equals(table.schema())).toList();
    List<Table> found = near.isEmpty() ? all : near;
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static boolean isNamed(Column column, Table other, Blueprint schema) {
    Optional<Column> key =
        schema
            .primaryKey(other)
            .filter(each -> each.columns().size() == 1)
            .flatMap(each -> schema.column(other, each.columns().get(0)));
    if (key.isEmpty() || !schema.type(key.get()).equals(schema.type(column))) {
      return false;
    }
    String name = String.join("_", Wording.words(column.name()));
    List<String> words = new ArrayList<>(Wording.words(other.name()));
    if (words.isEmpty()) {
      return false; // a name of signs alone
    }
    String keyName = String.join("_", Wording.words(key.get().name()));
    String whole = String.join("_", words);
    words.set(words.size() - 1, Wording.singular(words.get(words.size() - 1)));
    String one = String.join("_", words);
    return name.equals(one + "_" + keyName)
        || name.equals(whole + "_" + keyName)
        || (name.equals(keyName) && keyName.startsWith(one + "_"));
  }

  private static Flaw flaw(Column column, Table to) {
    return Flaw.of(
            column.ref(),
            "column "
                + column.ref().display()
                + " is named after "
                + to.ref().display()
                + " and has no foreign key",
            "Nothing keeps it from holding values that "
                + to.ref().display()
                + " does not have, and rows that others refer to can be deleted.",
            "ALTER TABLE "
                + Wording.sql(ObjectRef.table(column.schema(), column.relation()))
                + " ADD FOREIGN KEY "
                + Wording.columns(List.of(column.name()))
                + " REFERENCES "
                + Wording.sql(to.ref())
                + " NOT VALID; and validate it later. If history must outlive what it refers to,"
                + " say so in a comment.")
        .and(to.ref());
  }
}
