package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.NON_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Sequence;
import java.util.Optional;

/** A new sequence. */
final class SequenceAdded implements VerdictRule {

  @Override
  public String id() {
    return "sequence-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Sequence.class)
        .map(sequence -> new Ruling(this, NON_BREAKING).says(the(sequence) + " is new"));
  }
}
