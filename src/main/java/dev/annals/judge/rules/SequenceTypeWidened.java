package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.NON_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Sequence;
import java.util.Optional;

/** A sequence with more numbers. */
final class SequenceTypeWidened implements VerdictRule {

  @Override
  public String id() {
    return "sequence-type-widened";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Sequence.class, Property.TYPE)
        .filter(altered -> Types.isWiderInteger(altered.from(), altered.to()))
        .map(
            altered ->
                new Ruling(this, NON_BREAKING).says(the(altered.after()) + " " + altered.course()));
  }
}
