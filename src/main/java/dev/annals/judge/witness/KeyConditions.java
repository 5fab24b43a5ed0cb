package dev.annals.judge.witness;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Exclusion;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which rows a key is about, where it is not about all of a table. */
final class KeyConditions {

  private static final String WHERE = " WHERE (";

  private KeyConditions() {}

  /** The condition of a partial index or exclusion; empty where it is about all rows. */
  static String of(SchemaObject key) {
    if (key instanceof Index index) {
      return index.predicate();
    }
    if (key instanceof Exclusion exclusion) {
      int where = exclusion.definition().indexOf(WHERE);
      return where < 0 ? "" : exclusion.definition().substring(where + WHERE.length() - 1);
    }
    return "";
  }

  /**
   * Values of columns that the key's condition speaks of, and of its own columns that the condition
   * of an older key speaks of, which may be about other rows; empty where there are no conditions.
   *
   * @param variant which of several rows, from 0
   */
  static Map<String, String> met(
      SchemaObject key, List<Column> keyed, int variant, Questions questions) {
    ObjectRef ref = key.ref();
    String own = of(key);
    List<String> others = others(questions.before(), ref);
    Map<String, String> values = new LinkedHashMap<>();
    for (Column column : questions.before().columns(ref.schema(), ref.parent())) {
      List<String> told = new ArrayList<>();
      if (Sql.mentions(own, column.name())) {
        told.add(own);
      }
      if (keyed.contains(column)) {
        others.stream().filter(text -> Sql.mentions(text, column.name())).forEach(told::add);
      }
      boolean empty = own.contains("(" + Sql.name(column.name()) + " IS NULL)");
      if (!told.isEmpty() && column.generated().isEmpty()) {
        List<String> samples = questions.rows().samples().of(column.type(), told);
        values.put(column.name(), empty ? "null" : samples.get(variant % samples.size()));
      }
    }
    return values;
  }

  private static List<String> others(Schema schema, ObjectRef key) {
    return Stream.<SchemaObject>concat(
            schema.partsOf(key.schema(), key.parent(), Index.class).stream().filter(Index::unique),
            schema.partsOf(key.schema(), key.parent(), Exclusion.class).stream())
        .map(KeyConditions::of)
        .filter(text -> !text.isEmpty())
        .toList();
  }
}
