package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.WITH_CARE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A foreign key on other columns, or to another table. */
final class ForeignKeyRedefined implements VerdictRule {

  @Override
  public String id() {
    return "foreign-key-redefined";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(
            change, ForeignKey.class, Property.COLUMNS, Property.REFERENCES, Property.MATCH)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .readers(CONDITIONAL)
                    .writers(BREAKS)
                    .data(FAILS)
                    .lock(ACCESS_EXCLUSIVE)
                    .work(SCAN)
                    .reversible(WITH_CARE)
                    .note("Joins along the old reference can leave rows out")
                    .note("The migration fails if a row has no partner")
                    .instead(
                        "Add the new one NOT VALID under another name, validate it, and drop "
                            + altered.after().name())
                    .says(
                        altered.property().label()
                            + " of "
                            + the(altered.after())
                            + " "
                            + altered.course()));
  }
}
