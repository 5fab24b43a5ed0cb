package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.NON_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Collation;
import java.util.Optional;

/** A new collation. */
final class CollationAdded implements VerdictRule {

  @Override
  public String id() {
    return "collation-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Collation.class)
        .map(
            collation ->
                new Ruling(this, NON_BREAKING)
                    .noteIf(
                        !collation.deterministic(),
                        "Texts can be equal under it whose bytes are not")
                    .says(
                        the(collation)
                            + " is new: the order of "
                            + collation.locale()
                            + " by "
                            + collation.provider()));
  }
}
