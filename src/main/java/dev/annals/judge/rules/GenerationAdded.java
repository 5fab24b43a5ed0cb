package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.LOSS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.IRREVERSIBLE;
import static dev.annals.model.change.Work.INDEX_BUILD;
import static dev.annals.model.change.Work.REWRITE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A plain column that becomes a generated one. */
final class GenerationAdded implements VerdictRule {

  @Override
  public String id() {
    return "generation-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Column.class, Property.GENERATED)
        .filter(Alteration::gained)
        .map(
            altered ->
                new Ruling(this, BREAKING)
                    .readers(SILENT)
                    .writers(BREAKS)
                    .data(LOSS)
                    .lock(ACCESS_EXCLUSIVE)
                    .workIf(altered.to().startsWith("STORED"), REWRITE)
                    .workIf(
                        altered.to().startsWith("STORED")
                            && Keys.areOn(
                                altered.after().schema(), altered.after().relation(), context),
                        INDEX_BUILD)
                    .reversible(IRREVERSIBLE)
                    .instead("Add the generated column under a new name and compare the two")
                    .says(the(altered.after()) + " is computed from now on: " + altered.to()));
  }
}
