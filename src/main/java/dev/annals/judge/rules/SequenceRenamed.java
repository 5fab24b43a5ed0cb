package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Sequence;
import java.util.Optional;

/** A sequence under another name. */
final class SequenceRenamed implements VerdictRule {

  @Override
  public String id() {
    return "sequence-renamed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.renamed(change, Sequence.class)
        .map(pair -> verdict(pair, !pair.after().ownedBy().isEmpty()));
  }

  private Verdict verdict(Pair<Sequence> pair, boolean owned) {
    return new Ruling(this, owned ? POTENTIALLY_BREAKING : BREAKING)
        .readers(CONDITIONAL)
        .writers(owned ? CONDITIONAL : BREAKS)
        .note("nextval with the old name fails; column defaults follow")
        .says(the(pair.before()) + " is now " + pair.after().ref().display());
  }
}
