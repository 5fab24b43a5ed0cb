package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.list;
import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** A column that was made again under its name and got the values of the old one. */
final class ColumnRebuilt implements VerdictRule {

  @Override
  public String id() {
    return "column-rebuilt";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Column.class)
        .filter(column -> context.after().find(column.ref()).isPresent())
        .filter(column -> Copies.values(column, context.route()))
        .flatMap(
            column -> context.after().find(column.ref()).map(now -> verdict(column, now, context)))
        .or(
            () ->
                Facts.added(change, Column.class)
                    .filter(column -> context.before().find(column.ref()).isPresent())
                    .filter(column -> Copies.values(column, context.route()))
                    .map(
                        column ->
                            new Ruling(this, EQUIVALENT)
                                .lock(ACCESS_EXCLUSIVE)
                                .says(
                                    the(column) + " has the values of the one that it replaces")));
  }

  private Verdict verdict(Column before, SchemaObject after, ChangeContext context) {
    Rebuilt rebuilt = new Rebuilt(List.of(before), List.of(after), context);
    List<String> indexes =
        context.before().partsOf(before.schema(), before.relation(), Index.class).stream()
            .filter(index -> index.keys().contains(before.name()))
            .filter(index -> context.after().find(index.ref()).isEmpty())
            .map(Index::name)
            .toList();
    return rebuilt
        .ruling(this)
        .workIf(after instanceof Column column && !column.nullable(), SCAN)
        .noteIf(!indexes.isEmpty(), "With the old one goes index " + list(indexes))
        .note("It stands last in SELECT * from now on")
        .instead("Alter the column in place, or keep both in step for a release")
        .says(the(before) + " was made again and got its values");
  }
}
