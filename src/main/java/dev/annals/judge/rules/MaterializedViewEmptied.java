package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.LOSS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.View;
import java.util.Optional;

/** A materialized view that cannot be read. */
final class MaterializedViewEmptied implements VerdictRule {

  @Override
  public String id() {
    return "materialized-view-emptied";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, View.class, Property.POPULATED)
        .filter(Alteration::lost)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .data(LOSS)
                    .lock(ACCESS_EXCLUSIVE)
                    .instead("Refresh " + altered.after().name() + " in the same migration")
                    .says(
                        the(altered.after())
                            + " holds no rows and cannot be read until it is refreshed"));
  }
}
