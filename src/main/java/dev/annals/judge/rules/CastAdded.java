package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Effect.NONE;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Cast;
import java.util.Optional;

/** A new cast. */
final class CastAdded implements VerdictRule {

  @Override
  public String id() {
    return "cast-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Cast.class)
        .map(
            cast -> {
              boolean anywhere = cast.context().equals("implicit");
              return new Ruling(this, anywhere ? POTENTIALLY_BREAKING : NON_BREAKING)
                  .readers(anywhere ? CONDITIONAL : NONE)
                  .writers(anywhere ? CONDITIONAL : NONE)
                  .noteIf(anywhere, "Calls and operators that one routine fitted may fit several")
                  .says(the(cast) + " is new: " + Casts.when(cast.context()));
            });
  }
}
