package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Cast;
import java.util.Optional;

/** A cast that is gone. */
final class CastDropped implements VerdictRule {

  @Override
  public String id() {
    return "cast-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Cast.class)
        .map(
            cast ->
                new Ruling(this, BREAKING)
                    .readers(CONDITIONAL)
                    .writers(CONDITIONAL)
                    .note("Statements that mix the two types fail; views and defaults keep it")
                    .says(the(cast) + " is gone"));
  }
}
