package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Exclusion;
import java.util.Optional;

/** Rows that may not overlap. */
final class ExclusionAdded implements VerdictRule {

  @Override
  public String id() {
    return "exclusion-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Exclusion.class)
        .map(
            exclusion ->
                new Ruling(this, BREAKING)
                    .writers(BREAKS)
                    .data(FAILS)
                    .lock(ACCESS_EXCLUSIVE)
                    .work(INDEX_BUILD)
                    .note("The migration fails if two rows conflict")
                    .instead("Choose a quiet hour: it cannot be added NOT VALID")
                    .says(
                        owner(exclusion)
                            + " rejects rows that conflict: "
                            + exclusion.definition()));
  }
}
