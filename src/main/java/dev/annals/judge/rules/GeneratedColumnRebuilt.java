package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.SILENT_LOSS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;
import static dev.annals.model.change.Work.REWRITE;

import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;

/** A computed column that is dropped and computed again, which before 17 was the only way. */
final class GeneratedColumnRebuilt implements VerdictRule {

  @Override
  public String id() {
    return "generated-column-rebuilt";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Column.class)
        .filter(GeneratedColumnRebuilt::isComputed)
        .flatMap(
            before ->
                computed(context.after().find(before.ref())).map(after -> verdict(before, after)))
        .or(
            () ->
                Facts.added(change, Column.class)
                    .filter(GeneratedColumnRebuilt::isComputed)
                    .filter(after -> computed(context.before().find(after.ref())).isPresent())
                    .map(after -> second(after, context)));
  }

  private static Optional<Column> computed(Optional<SchemaObject> object) {
    return object
        .filter(Column.class::isInstance)
        .map(Column.class::cast)
        .filter(GeneratedColumnRebuilt::isComputed);
  }

  private static boolean isComputed(Column column) {
    return !column.generated().isEmpty();
  }

  private Verdict verdict(Column before, Column after) {
    boolean sameType = before.type().equals(after.type());
    boolean same = sameType && before.generated().equals(after.generated());
    String how =
        same
            ? " was made again, and is computed as before"
            : sameType
                ? " was made again, and is computed in another way: " + after.generated()
                : " was made again as " + after.type();
    return new Ruling(this, same ? NON_BREAKING : sameType ? POTENTIALLY_BREAKING : BREAKING)
        .readers(same ? CONDITIONAL : sameType ? SILENT : BREAKS)
        .data(same ? DataEffect.NONE : SILENT_LOSS)
        .lock(ACCESS_EXCLUSIVE)
        .note("It stands last in SELECT * from now on")
        .instead("Add a column with the new expression under a new name")
        .says(the(before) + how);
  }

  private Verdict second(Column after, ChangeContext context) {
    boolean stored = after.generated().startsWith("STORED");
    return new Ruling(this, EQUIVALENT)
        .lock(ACCESS_EXCLUSIVE)
        .workIf(stored, REWRITE)
        .workIf(stored && Keys.areOn(after.schema(), after.relation(), context), INDEX_BUILD)
        .says(the(after) + " is computed for every old row");
  }
}
