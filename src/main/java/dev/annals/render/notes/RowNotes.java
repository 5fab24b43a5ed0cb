package dev.annals.render.notes;

import dev.annals.model.Counted;
import dev.annals.model.history.Migration;
import dev.annals.model.schema.ObjectRef;
import dev.annals.script.RowChange;
import dev.annals.script.SqlScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/** What migrations do to the rows of tables that were there: a schema does not tell. */
final class RowNotes {

  private static final int SHOWN = 8;

  private final Map<RowChange.Verb, Set<String>> tables = new EnumMap<>(RowChange.Verb.class);

  RowNotes(Collection<Migration> migrations, Set<ObjectRef> old) {
    for (Migration migration : migrations) {
      for (RowChange change : RowChange.of(SqlScript.of(migration.sql()))) {
        old.stream()
            .filter(table -> table.name().equalsIgnoreCase(change.table()))
            .filter(
                table ->
                    change.schema().isEmpty() || table.schema().equalsIgnoreCase(change.schema()))
            .sorted()
            .findFirst()
            .ifPresent(
                table ->
                    tables
                        .computeIfAbsent(change.verb(), verb -> new TreeSet<>())
                        .add(table.display()));
      }
    }
  }

  /** One line, or none. */
  List<String> lines() {
    StringJoiner text = new StringJoiner("; ");
    tables.forEach((verb, names) -> text.add(verb.label() + " " + few(names)));
    return tables.isEmpty() ? List.of() : List.of("Rows: " + text + ".");
  }

  private static String few(Set<String> names) {
    List<String> shown = new ArrayList<>();
    names.stream().limit(SHOWN).map(Markdown::code).forEach(shown::add);
    int more = names.size() - SHOWN;
    return String.join(", ", shown) + (more > 0 ? " and " + Counted.of(more) + " more" : "");
  }
}
