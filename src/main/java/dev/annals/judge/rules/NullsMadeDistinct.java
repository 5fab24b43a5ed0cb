package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.WITH_CARE;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import java.util.Optional;

/** Two nulls that are no duplicates any more. */
final class NullsMadeDistinct implements VerdictRule {

  @Override
  public String id() {
    return "nulls-made-distinct";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, SchemaObject.class, Property.NULLS_NOT_DISTINCT)
        .map(
            altered ->
                new Ruling(this, NON_BREAKING)
                    .readers(CONDITIONAL)
                    .lock(ACCESS_EXCLUSIVE)
                    .work(INDEX_BUILD)
                    .reversible(WITH_CARE)
                    .note("Readers that expect at most one null can meet several")
                    .says(the(altered.after()) + " takes several nulls from now on"));
  }
}
