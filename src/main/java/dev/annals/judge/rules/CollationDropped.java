package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Collation;
import java.util.Optional;

/** A collation that is gone. */
final class CollationDropped implements VerdictRule {

  @Override
  public String id() {
    return "collation-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Collation.class)
        .map(
            collation ->
                new Ruling(this, BREAKING)
                    .readers(CONDITIONAL)
                    .note("Only who names it after COLLATE can notice")
                    .says(the(collation) + " is gone"));
  }
}
