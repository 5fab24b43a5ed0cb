package dev.annals.judge.reverse;

import static dev.annals.judge.reverse.TableSettings.alter;

import dev.annals.ddl.ForeignDdl;
import dev.annals.ddl.Names;
import dev.annals.ddl.TableDdl;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sets a table back to what it was. */
final class TableReversal {

  private final Table before;
  private final Table after;
  private final Draft draft;

  TableReversal(Table before, Table after, Draft draft) {
    this.before = before;
    this.after = after;
    this.draft = draft;
  }

  /**
   * Writes what is needed for one property.
   *
   * @param properties all that changed: some go together
   */
  void back(Property property, Set<Property> properties) {
    switch (property) {
      case OPTIONS ->
          draft.add(
              Phase.ALTER,
              before.server().isEmpty()
                  ? options("ALTER TABLE ", before, before.options(), after.options())
                  : ForeignDdl.alter(before, after.options()));
      case PARTITION_OF -> partition();
      case PARTITION_BOUND -> {
        if (!properties.contains(Property.PARTITION_OF)) {
          partition();
        }
      }
      case INHERITS -> inherits();
      case KIND -> {
        if (!properties.contains(Property.PARTITION_OF)) {
          draft.byHand();
        }
      }
      default -> {
        String sql = TableSettings.back(before, property);
        if (sql.isEmpty()) {
          draft.byHand();
        } else {
          draft.add(Phase.ALTER, sql);
        }
      }
    }
  }

  private static List<String> options(
      String verb, Table table, Map<String, String> was, Map<String, String> is) {
    return options(verb + Names.name(table.schema(), table.name()), was, is);
  }

  /** Storage parameters set back. */
  static List<String> options(String head, Map<String, String> was, Map<String, String> is) {
    List<String> statements = new ArrayList<>();
    List<String> tooMany = is.keySet().stream().filter(key -> !was.containsKey(key)).toList();
    if (!tooMany.isEmpty()) {
      statements.add(head + " RESET (" + String.join(", ", tooMany) + ")");
    }
    if (!was.isEmpty()) {
      statements.add(head + " SET (" + TableDdl.options(was) + ")");
    }
    return statements;
  }

  private void partition() {
    String name = Names.name(before.schema(), before.name());
    if (!after.partitionOf().isEmpty()) {
      draft.add(
          Phase.ALTER,
          "ALTER TABLE " + Names.relation(after.partitionOf()) + " DETACH PARTITION " + name);
    }
    if (!before.partitionOf().isEmpty()) {
      draft.add(
          Phase.ALTER,
          "ALTER TABLE "
              + Names.relation(before.partitionOf())
              + " ATTACH PARTITION "
              + name
              + " "
              + before.partitionBound());
    }
  }

  private void inherits() {
    for (String parent : after.inherits()) {
      if (!before.inherits().contains(parent)) {
        draft.add(Phase.ALTER, alter(before, "NO INHERIT " + Names.relation(parent)));
      }
    }
    for (String parent : before.inherits()) {
      if (!after.inherits().contains(parent)) {
        draft.add(Phase.ALTER, alter(before, "INHERIT " + Names.relation(parent)));
      }
    }
  }
}
