package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.EQUIVALENT;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Sequence;
import java.util.Optional;

/** How many numbers a sequence caches, and whose it is. */
final class SequenceDetailChanged implements VerdictRule {

  @Override
  public String id() {
    return "sequence-detail-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Sequence.class, Property.CACHE, Property.OWNED_BY)
        .map(
            altered ->
                new Ruling(this, EQUIVALENT)
                    .says(
                        altered.property().label()
                            + " of "
                            + the(altered.after())
                            + " "
                            + altered.course()));
  }
}
