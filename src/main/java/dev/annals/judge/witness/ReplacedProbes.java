package dev.annals.judge.witness;

import dev.annals.model.change.Change;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import java.util.List;

/** Statements that find something of the old name, and are answered otherwise by it. */
final class ReplacedProbes {

  private ReplacedProbes() {}

  static void of(SchemaObject gone, Questions questions) {
    if (gone instanceof Column column) {
      column(column, questions);
    } else if (gone instanceof Table table && questions.after().find(table.ref()).isPresent()) {
      List<Column> columns = questions.before().columns(table.schema(), table.name());
      columns.forEach(column -> column(column, questions));
    }
  }

  private static void column(Column before, Questions questions) {
    questions
        .after()
        .column(before.schema(), before.relation(), before.name())
        .filter(after -> !after.type().equals(before.type()))
        .ifPresent(
            after ->
                ColumnProbes.altered(
                    new Change.Altered(before, after, Property.TYPE, before.type(), after.type()),
                    before,
                    questions));
  }
}
