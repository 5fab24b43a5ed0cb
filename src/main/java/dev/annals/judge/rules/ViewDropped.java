package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.EXACT;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.View;
import java.util.Optional;

/** A view or materialized view that is gone. */
final class ViewDropped implements VerdictRule {

  @Override
  public String id() {
    return "view-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, View.class)
        .map(
            view ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(view.updatable() ? BREAKS : Effect.NONE)
                    .lock(ACCESS_EXCLUSIVE)
                    .reversible(view.materialized() ? WITH_CARE : EXACT)
                    .noteIf(view.materialized(), "Its rows are gone; a refresh computes them again")
                    .instead(
                        "Let nobody use " + view.name() + " first, and drop it in a later release")
                    .says(the(view) + " is gone"));
  }
}
