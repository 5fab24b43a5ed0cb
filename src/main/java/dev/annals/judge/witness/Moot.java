package dev.annals.judge.witness;

import dev.annals.model.change.Change;
import dev.annals.model.schema.Check;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Exclusion;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a constraint that is new refuses no row that a statement of before could make. */
final class Moot {

  private final Schema before;
  private final Schema after;

  private Moot(Schema before, Schema after) {
    this.before = before;
    this.after = after;
  }

  /** The end of a sentence; empty where rows might be refused. */
  static Optional<String> of(Change change, Schema before, Schema after) {
    if (!(change instanceof Change.Added added)) {
      return Optional.empty();
    }
    Moot moot = new Moot(before, after);
    SchemaObject object = added.object();
    if (object instanceof ForeignKey key) {
      return moot.foreignKey(key);
    }
    if (object instanceof Check check) {
      return moot.check(check);
    }
    return object instanceof Key || object instanceof Index || object instanceof Exclusion
        ? moot.key(object)
        : Optional.empty();
  }

  private Optional<String> foreignKey(ForeignKey key) {
    return before.foreignKeys(key.schema(), key.table()).stream()
        .filter(old -> old.columns().equals(key.columns()))
        .filter(old -> old.targetSchema().equals(key.targetSchema()))
        .filter(old -> old.targetTable().equals(key.targetTable()))
        .filter(old -> old.targetColumns().equals(key.targetColumns()))
        .filter(old -> old.match().equals(key.match()) && old.enforced())
        .findFirst()
        .map(old -> asked(old.name()));
  }

  private static String asked(String name) {
    return "what it refuses was refused before: " + name + " asks for the same";
  }

  private Optional<String> check(Check check) {
    if (!check.columns().isEmpty()
        && check.columns().stream().noneMatch(name -> column(check, name).isPresent())) {
      return Optional.of(
          "its columns are as new as itself: what worked before leaves them as they are by"
              + " default, which meets it");
    }
    List<String> alternatives = alternatives(check.expression());
    return check.columns().stream()
        .filter(name -> alternatives.contains("(" + Sql.name(name) + " IS NOT NULL)"))
        .filter(name -> column(check, name).filter(old -> !old.nullable()).isPresent())
        .findFirst()
        .map(name -> "the column " + name + " took no null before, and whatever is in it meets it");
  }

  private Optional<Column> column(Check check, String name) {
    return before.column(check.schema(), check.table(), name);
  }

  /** The conditions of which one is enough, in the server's parentheses. */
  static List<String> alternatives(String expression) {
    List<String> found = new ArrayList<>();
    int depth = 0;
    int start = 1;
    boolean quoted = false;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      quoted ^= c == '\'';
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (!quoted && depth == 1 && expression.startsWith(" OR ", i)) {
        found.add(expression.substring(start, i));
        start = i + " OR ".length();
      }
    }
    if (!found.isEmpty()) {
      found.add(expression.substring(start, expression.length() - 1));
    }
    return found;
  }

  /** Where a key is about columns that are new and empty, or an older one was as strict. */
  private Optional<String> key(SchemaObject key) {
    String schema = key.ref().schema();
    String table = key.ref().parent();
    if ((key instanceof Key unique && unique.nullsNotDistinct())
        || (key instanceof Index index && index.nullsNotDistinct())) {
      return Optional.empty();
    }
    List<String> columns = KeyProbes.columns(key);
    Optional<String> empty =
        columns.stream().filter(name -> isNewAndEmpty(schema, table, name)).findFirst();
    if (empty.isPresent()) {
      return Optional.of(
          "the column %s is as new as itself: what worked before leaves it null, and no null"
                  .formatted(empty.get())
              + " is equal to another");
    }
    return Stream.concat(
            before.partsOf(schema, table, Key.class).stream()
                .filter(old -> columns.containsAll(old.columns()))
                .map(Key::name),
            before.partsOf(schema, table, Index.class).stream()
                .filter(old -> old.unique() && old.valid())
                .filter(old -> old.predicate().isEmpty() && columns.containsAll(plain(old)))
                .map(Index::name))
        .filter(name -> !(key instanceof Exclusion each) || isOfEqual(each))
        .findFirst()
        .map(Moot::asked);
  }

  private boolean isNewAndEmpty(String schema, String table, String name) {
    return before.column(schema, table, name).isEmpty()
        && after
            .column(schema, table, name)
            .filter(Column::nullable)
            .filter(column -> column.defaultValue().matches("(NULL::.*)?"))
            .filter(column -> column.generated().isEmpty())
            .isPresent();
  }

  /** The columns of an index, each alone or as the letters of one case. */
  private static List<String> plain(Index index) {
    return index.keys().stream()
        .map(key -> key.replaceAll("^(?:upper|lower)\\(\\(?(\\w+)\\)?(?:::text)?\\)$", "$1"))
        .toList();
  }

  private static boolean isOfEqual(Exclusion exclusion) {
    String elements = exclusion.definition().replaceFirst("(?s) WHERE \\(.*", "");
    return elements.split(" WITH =(?=[,)])", -1).length - 1 == exclusion.columns().size();
  }
}
