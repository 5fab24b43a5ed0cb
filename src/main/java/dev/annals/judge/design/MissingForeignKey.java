package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    Map<String, List<Target>> targets = new HashMap<>();
    schema.tables().forEach(table -> target(table, schema, targets));
    return schema.tables().flatMap(table -> of(table, schema, targets));
  }

  /**
   * A table that a column may be named after.
   *
   * @param table the table
   * @param type of its key
   */
  private record Target(Table table, String type) {}

  private static Stream<Flaw> of(Table table, Blueprint schema, Map<String, List<Target>> targets) {
    return schema.columns(table).stream()
        .filter(column -> Wording.words(column.name()).size() > 1)
        .filter(column -> !schema.inForeignKey(column) && column.generated().isEmpty())
        .flatMap(
            column -> target(column, table, schema, targets).map(to -> flaw(column, to)).stream());
  }

  /** The one table that the column's name is made of, with a key of the column's type. */
  private static Optional<Table> target(
      Column column, Table table, Blueprint schema, Map<String, List<Target>> targets) {
    String name = String.join("_", Wording.words(column.name()));
    List<Table> all =
        targets.getOrDefault(name, List.of()).stream()
            .filter(target -> target.type().equals(schema.type(column)))
            .map(Target::table)
            .filter(other -> !other.equals(table))
            .toList();
    List<Table> near = all.stream().filter(other -> other.schema().equals(table.schema())).toList();
    List<Table> found = near.isEmpty() ? all : near;
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Puts a table under the names that columns have which refer to it. */
  private static void target(Table table, Blueprint schema, Map<String, List<Target>> targets) {
    Optional<Column> key =
        schema
            .primaryKey(table)
            .filter(each -> each.columns().size() == 1)
            .flatMap(each -> schema.column(table, each.columns().get(0)));
    List<String> words = new ArrayList<>(Wording.words(table.name()));
    if (key.isEmpty() || words.isEmpty()) { // a name may be of signs alone
      return;
    }
    String keyName = String.join("_", Wording.words(key.get().name()));
    String whole = String.join("_", words);
    words.set(words.size() - 1, Wording.singular(words.get(words.size() - 1)));
    String one = String.join("_", words);
    Set<String> names = new LinkedHashSet<>(List.of(one + "_" + keyName));
    names.add(whole + "_" + keyName);
    if (keyName.startsWith(one + "_")) {
      names.add(keyName);
    }
    Target target = new Target(table, schema.type(key.get()));
    names.forEach(name -> targets.computeIfAbsent(name, n -> new ArrayList<>()).add(target));
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
