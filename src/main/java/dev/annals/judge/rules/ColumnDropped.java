package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.list;
import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.LOSS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.IRREVERSIBLE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Index;
import java.util.List;
import java.util.Optional;

/** A column that is gone, with its values. */
final class ColumnDropped implements VerdictRule {

  @Override
  public String id() {
    return "column-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Column.class).map(column -> verdict(column, context));
  }

  private Verdict verdict(Column column, ChangeContext context) {
    boolean required = !column.nullable() && column.defaultValue().isEmpty();
    List<String> indexes =
        context.before().partsOf(column.schema(), column.relation(), Index.class).stream()
            .filter(index -> index.keys().contains(column.name()))
            .map(Index::name)
            .toList();
    return new Ruling(this, BREAKING)
        .readers(BREAKS)
        .writers(BREAKS)
        .data(LOSS)
        .lock(ACCESS_EXCLUSIVE)
        .reversible(IRREVERSIBLE)
        .noteIf(!indexes.isEmpty(), "With it goes index " + list(indexes))
        .noteIf(
            context.replaced(column),
            "Another column of the same name takes its place, without its values")
        .instead(
            "Stop reading "
                + column.name()
                + (required ? ", make it nullable" : "")
                + ", stop writing it, and drop it in a later release")
        .says(the(column) + " is gone, with its values");
  }
}
