package dev.annals.judge.witness;

import dev.annals.ddl.Names;
import dev.annals.model.schema.Check;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.DomainCheck;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Table;
import dev.annals.model.witness.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows that were taken and are refused by a condition which is new or narrower. */
final class ConstraintProbes {

  /** What a key does where it lets nothing go that is referred to. */
  private static final Set<String> REFUSED = Set.of("NO ACTION", "RESTRICT");

  private ConstraintProbes() {}

  /** Rows with values of all sorts in the columns of which the condition speaks. */
  static void check(Check check, Questions questions) {
    ObjectRef table = ObjectRef.table(check.schema(), check.table());
    List<Column> columns = new ArrayList<>();
    for (String name : check.columns()) {
      questions.before().column(check.schema(), check.table(), name).ifPresent(columns::add);
    }
    for (int variant = 0; variant < 3; variant++) {
      for (Map<String, String> fixed : combinations(columns, check.expression(), questions)) {
        row(table, fixed, variant, check.name(), questions);
      }
    }
  }

  private static List<Map<String, String>> combinations(
      List<Column> columns, String condition, Questions questions) {
    List<Map<String, String>> all = List.of(Map.of());
    for (Column column : columns) {
      List<String> values = new ArrayList<>();
      if (columns.size() > 1 && column.nullable()) {
        values.add("null");
      }
      values.addAll(questions.rows().samples().of(column.type(), List.of(condition)));
      List<Map<String, String>> longer = new ArrayList<>();
      int most = columns.size() == 1 ? 16 : columns.size() == 2 ? 4 : 3;
      for (Map<String, String> one : all) {
        for (String value : values.subList(0, Math.min(most, values.size()))) {
          Map<String, String> extended = new LinkedHashMap<>(one);
          extended.put(column.name(), value);
          longer.add(extended);
        }
      }
      all = longer;
    }
    return all;
  }

  private static Map<String, String> fully(
      ObjectRef table, Map<String, String> fixed, String except, Questions questions) {
    Map<String, String> all = new LinkedHashMap<>(questions.demandedLater(table, except));
    all.putAll(fixed);
    return all;
  }

  private static void row(
      ObjectRef table, Map<String, String> fixed, int variant, String naming, Questions questions) {
    Map<String, String> all = fully(table, fixed, naming, questions);
    Rows.Row row = questions.row(table, all, variant);
    questions.run(Side.WRITER, row.setup(), row.sql(), naming);
  }

  /** A row with one value in it, in several variants. */
  static void with(Column column, String value, String naming, Questions questions) {
    ObjectRef table = ObjectRef.table(column.schema(), column.relation());
    for (int variant = 0; variant < 6; variant++) {
      row(table, Map.of(column.name(), value), variant, naming, questions);
    }
  }

  /** A row without more than what was demanded. */
  static void without(Column column, Questions questions) {
    ObjectRef table = ObjectRef.table(column.schema(), column.relation());
    for (int variant = 0; variant < 6; variant++) {
      row(table, Map.of(), variant, column.name(), questions);
    }
  }

  /** A row that refers to nothing, or to what the key referred to. */
  static void foreignKey(ForeignKey key, Questions questions) {
    ObjectRef table = ObjectRef.table(key.schema(), key.table());
    for (int variant = 0; variant < 4; variant++) {
      Map<String, String> fixed = values(key, variant, questions);
      if (fixed.size() < key.columns().size()) {
        return; // nobody has filled what is new itself
      }
      if (variant < 2) {
        dangling(key, fixed, variant, questions);
      }
      Map<String, String> nothing = new LinkedHashMap<>(fixed);
      nothing.putAll(unknown(key, variant, questions));
      dangling(key, nothing, variant, questions);
      row(table, fixed, variant, key.name(), questions);
    }
    for (int variant = 0; variant < (REFUSED.contains(key.onDelete()) ? 2 : 4); variant++) {
      gone(key, variant, questions);
    }
  }

  private static void dangling(
      ForeignKey key, Map<String, String> fixed, int variant, Questions questions) {
    ObjectRef table = ObjectRef.table(key.schema(), key.table());
    Map<String, String> all = fully(table, fixed, "", questions);
    Rows.Row row = questions.row(table, all, variant, Set.of(key.name()));
    questions.run(Side.WRITER, row.setup(), row.sql(), key.name());
  }

  private static Map<String, String> unknown(ForeignKey key, int variant, Questions questions) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Column column : questions.before().columns(key.schema(), key.table())) {
      if (key.columns().contains(column.name())) {
        Distinct.foreign(column, variant).ifPresent(value -> values.put(column.name(), value));
      }
    }
    return values;
  }

  private static Map<String, String> values(ForeignKey key, int variant, Questions questions) {
    Map<String, String> fixed = new LinkedHashMap<>();
    for (String name : key.columns()) {
      questions
          .before()
          .column(key.schema(), key.table(), name)
          .map(questions.rows()::values)
          .ifPresent(values -> fixed.put(name, values.get(variant % values.size())));
    }
    return fixed;
  }

  /** What is referred to goes. */
  private static void gone(ForeignKey key, int variant, Questions questions) {
    ObjectRef table = ObjectRef.table(key.schema(), key.table());
    ObjectRef target = ObjectRef.table(key.targetSchema(), key.targetTable());
    Map<String, String> fixed = fully(table, values(key, variant, questions), "", questions);
    Rows.Row row = questions.row(table, fixed, variant);
    List<String> setup = new ArrayList<>(row.setup());
    setup.add(row.sql());
    String delete = "DELETE FROM " + Sql.name(target);
    questions.run(Side.WRITER, setup, delete, key.name());
    if (REFUSED.contains(key.onDelete())) {
      return; // nobody can read after it
    }
    List<String> deleted = new ArrayList<>(setup);
    deleted.add(delete);
    String columns = String.join(", ", key.columns().stream().map(Sql::name).toList());
    questions.run(
        Side.READER, deleted, "SELECT %s FROM %s".formatted(columns, Sql.name(table)), "");
  }

  /** Values of a domain, in a column of it where there is one. */
  static void domain(
      String schema, String name, String naming, String condition, Questions questions) {
    ObjectRef ref = ObjectRef.of(ObjectKind.DOMAIN, schema, name);
    String type = Names.name(schema, name);
    List<String> values = new ArrayList<>(questions.rows().samples().of(type, List.of(condition)));
    values.add(0, "null");
    questions
        .before()
        .all(Column.class)
        .filter(column -> column.type().equals(type) || column.type().equals(Sql.name(ref)))
        .filter(column -> questions.before().table(column.schema(), column.relation()).isPresent())
        .findFirst()
        .ifPresent(
            column ->
                values.forEach(
                    value ->
                        row(
                            ObjectRef.table(column.schema(), column.relation()),
                            Map.of(column.name(), value),
                            0,
                            naming,
                            questions)));
    for (String value : values) {
      String sql = "SELECT %s::%s".formatted(value, Sql.name(ref));
      questions.run(Side.WRITER, List.of(), sql, naming);
    }
  }

  static void domain(DomainCheck check, Questions questions) {
    domain(check.schema(), check.domain(), check.name(), check.expression(), questions);
  }

  /** A row of a partition, written to and read from the table that it was a part of. */
  static void partition(Table partition, Questions questions) {
    ObjectRef table = questions.rows().parent(partition).orElse(null);
    if (table == null) {
      return;
    }
    for (int variant = 0; variant < 4; variant++) {
      Rows.Row own = questions.row(partition.ref(), Map.of(), variant);
      List<String> setup = new ArrayList<>(own.setup());
      setup.add(own.sql());
      questions.run(Side.READER, setup, "SELECT count(*) FROM " + Sql.name(table), "");
      questions.run(
          Side.WRITER,
          own.setup(),
          own.sql().replaceFirst("(?s)^INSERT INTO \\S+", "INSERT INTO " + Sql.name(table)),
          "");
    }
  }
}
