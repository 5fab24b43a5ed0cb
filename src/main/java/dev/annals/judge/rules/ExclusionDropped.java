package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Exclusion;
import java.util.Optional;

/** Rows that may overlap from now on. */
final class ExclusionDropped implements VerdictRule {

  @Override
  public String id() {
    return "exclusion-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Exclusion.class)
        .map(
            exclusion ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(CONDITIONAL)
                    .writers(CONDITIONAL)
                    .lock(ACCESS_EXCLUSIVE)
                    .reversible(WITH_CARE)
                    .note("Readers can meet rows that conflict; ON CONFLICT ON CONSTRAINT fails")
                    .says(
                        owner(exclusion)
                            + " no longer rejects rows that conflict: "
                            + exclusion.definition()));
  }
}
