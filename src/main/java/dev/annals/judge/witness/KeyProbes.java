package dev.annals.judge.witness;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Exclusion;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.witness.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Statements that a key which is new refuses, or that rely on a key which is gone. */
final class KeyProbes {

  private KeyProbes() {}

  /** Two rows of which a key, a unique index or an exclusion may not take the second. */
  static void rejected(SchemaObject object, Questions questions) {
    ObjectRef ref = object.ref();
    ObjectRef table = ObjectRef.table(ref.schema(), ref.parent());
    List<Column> columns = questions.before().columns(ref.schema(), ref.parent());
    List<String> keys = columns(object);
    List<Column> keyed =
        columns.stream()
            .filter(column -> column.generated().isEmpty())
            .filter(column -> keys.stream().anyMatch(key -> Sql.mentions(key, column.name())))
            .toList();
    for (int variant = 0; variant < 4; variant++) {
      Map<String, String> same = fixed(keyed, variant, questions);
      twice(table, same, variant, variant, false, ref.name(), questions);
      twice(
          table,
          nulls(keyed, fixed(keyed, variant, questions)),
          variant,
          variant + 1,
          false,
          ref.name(),
          questions);
      Rows.Row first = questions.row(table, fixed(keyed, variant, questions), variant);
      Rows.Row second = questions.row(table, fixed(keyed, variant + 1, questions), variant + 1);
      after(first, second, ref.name(), questions);
      if (keys.stream().anyMatch(key -> key.matches("(?s).*\\b(upper|lower)\\(.*"))) {
        inOtherCase(table, keyed, keys, variant, ref.name(), questions);
      }
    }
    for (int variant = 0; variant < 2; variant++) {
      Map<String, String> fixed = fixed(keyed, variant, questions);
      twice(table, fixed, variant, variant, true, ref.name(), questions);
    }
    for (int variant = 0; variant < 4; variant++) {
      Map<String, String> fixed = fixed(keyed, variant, questions);
      Map<String, String> met = KeyConditions.met(object, keyed, variant, questions);
      if (!met.isEmpty()) {
        fixed.putAll(met);
        twice(table, fixed, variant, variant, variant > 1, ref.name(), questions);
      }
    }
  }

  /** Two rows that differ in nothing but small and capital letters. */
  private static void inOtherCase(
      ObjectRef table,
      List<Column> keyed,
      List<String> keys,
      int variant,
      String naming,
      Questions questions) {
    Map<String, String> small = fixed(keyed, variant, questions);
    small.replaceAll((column, value) -> value.toLowerCase(Locale.ROOT));
    Map<String, String> capital = new LinkedHashMap<>(small);
    capital.replaceAll(
        (column, value) -> isOfAnyCase(column, keys) ? value.toUpperCase(Locale.ROOT) : value);
    after(
        questions.row(table, small, variant),
        questions.row(table, capital, variant + 2),
        naming,
        questions);
  }

  private static boolean isOfAnyCase(String column, List<String> keys) {
    return keys.stream()
        .filter(key -> key.matches("(?s).*\\b(upper|lower)\\(.*"))
        .anyMatch(key -> Sql.mentions(key, column));
  }

  /**
   * Two rows with the same values, and others in what other keys are about.
   *
   * @param apart also where other keys are about what has a default
   */
  private static void twice(
      ObjectRef table,
      Map<String, String> fixed,
      int one,
      int two,
      boolean apart,
      String naming,
      Questions questions) {
    Set<String> others = new LinkedHashSet<>();
    others.addAll(Distinct.keyed(questions.before(), table));
    others.addAll(Distinct.keyed(questions.after(), table));
    others.removeAll(fixed.keySet());
    Map<String, String> later = questions.demandedLater(table, "");
    Map<String, String> first = new LinkedHashMap<>(later);
    first.putAll(fixed);
    Map<String, String> second = new LinkedHashMap<>(first);
    for (String other : others) {
      questions
          .before()
          .column(table.schema(), table.name(), other)
          .ifPresent(
              column -> {
                List<String> values = questions.rows().values(column);
                String byItself = column.defaultValue();
                boolean given =
                    column.identity().isEmpty()
                        && column.generated().isEmpty()
                        && (byItself.isEmpty() || (apart && !byItself.startsWith("nextval(")));
                if (given && (apart || two < 2 || !column.nullable())) {
                  second.put(
                      other,
                      questions
                          .rows()
                          .rare(column, two + 10)
                          .orElse(values.get((two + 1) % values.size())));
                }
              });
    }
    after(questions.row(table, first, one), questions.row(table, second, two), naming, questions);
  }

  private static void after(Rows.Row first, Rows.Row second, String naming, Questions questions) {
    List<String> setup = new ArrayList<>(first.setup());
    second.setup().stream().filter(sql -> !setup.contains(sql)).forEach(setup::add);
    setup.add(first.sql());
    questions.run(Side.WRITER, setup, second.sql(), naming);
  }

  private static Map<String, String> fixed(List<Column> columns, int variant, Questions questions) {
    Map<String, String> fixed = new LinkedHashMap<>();
    for (Column column : columns) {
      List<String> values = questions.rows().values(column);
      fixed.put(column.name(), values.get(variant % values.size()));
    }
    return fixed;
  }

  private static Map<String, String> nulls(List<Column> columns, Map<String, String> values) {
    Map<String, String> fixed = new LinkedHashMap<>(values);
    columns.stream().filter(Column::nullable).forEach(column -> fixed.put(column.name(), "null"));
    return fixed;
  }

  static List<String> columns(SchemaObject object) {
    if (object instanceof Key key) {
      return key.columns();
    }
    return object instanceof Index index ? index.keys() : ((Exclusion) object).columns();
  }

  /** An upsert that names the columns of a key, and a grouping by a primary key. */
  static void lost(SchemaObject object, Questions questions) {
    ObjectRef ref = object.ref();
    ObjectRef table = ObjectRef.table(ref.schema(), ref.parent());
    List<String> keys =
        object instanceof Key key
            ? key.columns().stream().map(Sql::name).toList()
            : columns(object);
    String where =
        object instanceof Index index && !index.predicate().isEmpty()
            ? " WHERE " + index.predicate()
            : "";
    String conflict = " ON CONFLICT (" + String.join(", ", keys) + ")" + where + " DO NOTHING";
    for (int variant = 0; variant < 3; variant++) {
      Rows.Row row = questions.row(table, Map.of(), variant);
      questions.run(Side.WRITER, row.setup(), row.sql() + conflict, "");
    }
    questions.planned(
        Side.WRITER, "INSERT INTO " + Sql.name(table) + " DEFAULT VALUES" + conflict, "");
    if (object instanceof Key key && key.primary()) {
      String all = "SELECT t.* FROM %s t GROUP BY ".formatted(Sql.name(table));
      List<String> by = keys.stream().map(name -> "t." + name).toList();
      questions.reader(all + String.join(", ", by), "");
    }
  }
}
