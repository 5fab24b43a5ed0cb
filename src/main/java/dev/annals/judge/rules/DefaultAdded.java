package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A default where there was none. */
final class DefaultAdded implements VerdictRule {

  @Override
  public String id() {
    return "default-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Column.class, Property.DEFAULT)
        .filter(Alteration::gained)
        .map(
            altered ->
                new Ruling(this, NON_BREAKING)
                    .writers(SILENT)
                    .lock(ACCESS_EXCLUSIVE)
                    .says(
                        the(altered.after())
                            + " has the default "
                            + altered.to()
                            + " from now on"));
  }
}
