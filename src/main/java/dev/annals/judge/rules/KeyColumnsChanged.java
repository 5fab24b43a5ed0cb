package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.WITH_CARE;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A key on other columns. */
final class KeyColumnsChanged implements VerdictRule {

  @Override
  public String id() {
    return "key-columns-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Key.class, Property.COLUMNS)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .readers(BREAKS)
                    .writers(BREAKS)
                    .data(FAILS)
                    .lock(ACCESS_EXCLUSIVE)
                    .work(INDEX_BUILD)
                    .reversible(WITH_CARE)
                    .note("ON CONFLICT on the old columns fails")
                    .instead(
                        "Add the new key beside "
                            + altered.after().name()
                            + " and drop the old one in a later release")
                    .says(
                        the(altered.after())
                            + " changes from ("
                            + altered.from()
                            + ") to ("
                            + altered.to()
                            + ")"));
  }
}
