package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.LOSS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Sequence;
import java.util.Optional;

/** A sequence that is gone, or starts again. */
final class SequenceDropped implements VerdictRule {

  @Override
  public String id() {
    return "sequence-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Sequence.class)
        .map(sequence -> verdict(sequence, "is gone"))
        .or(
            () ->
                Facts.recreated(change, Sequence.class)
                    .map(
                        pair ->
                            verdict(
                                pair.after(), "was dropped and created again: it starts again")));
  }

  private Verdict verdict(Sequence sequence, String outcome) {
    boolean owned = !sequence.ownedBy().isEmpty();
    return new Ruling(this, BREAKING)
        .readers(CONDITIONAL)
        .writers(BREAKS)
        .data(LOSS)
        .reversible(WITH_CARE)
        .note("Its current value is gone: the largest number in use has to be looked up")
        .noteIf(owned, "It numbered " + sequence.ownedBy())
        .says(the(sequence) + " " + outcome);
  }
}
