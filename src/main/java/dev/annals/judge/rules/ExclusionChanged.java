package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.WITH_CARE;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Exclusion;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** Other rows that conflict. */
final class ExclusionChanged implements VerdictRule {

  @Override
  public String id() {
    return "exclusion-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Exclusion.class, Property.DEFINITION)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .readers(CONDITIONAL)
                    .writers(BREAKS)
                    .data(FAILS)
                    .lock(ACCESS_EXCLUSIVE)
                    .work(INDEX_BUILD)
                    .reversible(WITH_CARE)
                    .note("Readers can meet rows that the old definition kept out")
                    .instead(
                        "Add the new one under another name and drop "
                            + altered.after().name()
                            + " later")
                    .says(the(altered.after()) + " " + altered.course()));
  }
}
