package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import java.util.Optional;

/** A column that could be computed again. */
final class GeneratedColumnDropped implements VerdictRule {

  @Override
  public String id() {
    return "generated-column-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Column.class)
        .filter(column -> !column.generated().isEmpty())
        .map(
            column ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .lock(ACCESS_EXCLUSIVE)
                    .instead("Let readers compute the value first: " + formula(column.generated()))
                    .says(the(column) + " is gone; it was computed, so no value is lost"));
  }

  /** {@code STORED (a + b)} without the word that says where its values are. */
  private static String formula(String generated) {
    return generated.replaceFirst("^(STORED|VIRTUAL) ", "");
  }
}
