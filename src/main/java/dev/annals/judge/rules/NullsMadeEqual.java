package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;

/** Two nulls that are duplicates from now on. */
final class NullsMadeEqual implements VerdictRule {

  @Override
  public String id() {
    return "nulls-made-equal";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, SchemaObject.class, Property.NULLS_NOT_DISTINCT)
        .filter(Alteration::gained)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .writers(BREAKS)
                    .data(FAILS)
                    .lock(ACCESS_EXCLUSIVE)
                    .work(INDEX_BUILD)
                    .note("The migration fails if several rows hold null")
                    .instead("Build the new index CONCURRENTLY beside the old one")
                    .says(the(altered.after()) + " takes no second null any more"));
  }
}
