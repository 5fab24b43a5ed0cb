package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A default taken from a column that takes no null. */
final class DefaultDroppedRequired implements VerdictRule {

  @Override
  public String id() {
    return "default-dropped-required";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Column.class, Property.DEFAULT)
        .filter(altered -> altered.lost() && !altered.after().nullable())
        .filter(
            altered ->
                altered.after().identity().isEmpty() && altered.after().generated().isEmpty())
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .writers(BREAKS)
                    .lock(ACCESS_EXCLUSIVE)
                    .instead(
                        "Let every writer supply "
                            + altered.after().name()
                            + " before its default goes")
                    .says(
                        the(altered.after())
                            + " takes no null and has lost its default "
                            + altered.from()));
  }
}
