package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.LOSS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
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
                            beginsWithItsTable(pair.after(), context)
                                ? new Ruling(this, EQUIVALENT)
                                    .says(the(pair.after()) + " begins again with its table")
                                : verdict(
                                    pair.after(),
                                    "was dropped and created again: it starts again")));
  }

  /** No row is left whose number it could give again. */
  private static boolean beginsWithItsTable(Sequence sequence, ChangeContext context) {
    return context.any(
        Change.class,
        change ->
            (change instanceof Change.Dropped || change instanceof Change.Recreated)
                && change.kind() == ObjectKind.TABLE
                && sequence
                    .owner()
                    .map(column -> ObjectRef.table(column.schema(), column.parent()))
                    .filter(change.subject()::equals)
                    .isPresent());
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
