package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.EQUIVALENT;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import java.util.List;
import java.util.Optional;

/** A table that was made again under its name and got the rows of the old one. */
final class TableRebuilt implements VerdictRule {

  @Override
  public String id() {
    return "table-rebuilt";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Table.class)
        .filter(context::replaced)
        .filter(table -> Copies.rows(table, context.route()))
        .map(table -> verdict(table, context))
        .or(
            () ->
                Facts.added(change, Table.class)
                    .filter(table -> context.before().find(table.ref()).isPresent())
                    .filter(table -> Copies.rows(table, context.route()))
                    .map(
                        table ->
                            new Ruling(this, EQUIVALENT)
                                .says(the(table) + " has the rows of the one that it replaces")));
  }

  private Verdict verdict(Table table, ChangeContext context) {
    Rebuilt rebuilt =
        new Rebuilt(parts(table, context.before()), parts(table, context.after()), context);
    return rebuilt
        .ruling(this)
        .noteIf(
            Copies.someRows(table, context.route()),
            "The copy takes rows on a condition: what it leaves out is lost")
        .noteIf(
            !Copies.locked(context.route()),
            "What others write to it between the copy and the drop is lost: nothing locks it first")
        .instead(
            "Alter the table in place where its columns allow it; otherwise LOCK TABLE before the copy")
        .says(the(table) + " was made again and got its rows");
  }

  private static List<SchemaObject> parts(Table table, Schema schema) {
    return schema.objects().stream()
        .filter(
            object ->
                object.ref().schema().equals(table.schema())
                    && object.ref().owner().equals(table.name()))
        .toList();
  }
}
