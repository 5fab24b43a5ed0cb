package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Check;
import java.util.Optional;

/** Rows that need not fit any more. */
final class CheckDropped implements VerdictRule {

  @Override
  public String id() {
    return "check-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Check.class)
        .map(
            check ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(CONDITIONAL)
                    .lock(ACCESS_EXCLUSIVE)
                    .reversible(WITH_CARE)
                    .note("Readers can meet values that the check kept out")
                    .says(owner(check) + " no longer checks " + check.expression()));
  }
}
