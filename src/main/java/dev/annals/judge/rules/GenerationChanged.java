package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.SILENT_LOSS;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;
import static dev.annals.model.change.Work.REWRITE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A generated column with another expression. */
final class GenerationChanged implements VerdictRule {

  @Override
  public String id() {
    return "generation-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Column.class, Property.GENERATED)
        .map(
            altered ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(SILENT)
                    .data(SILENT_LOSS)
                    .lock(ACCESS_EXCLUSIVE)
                    .workIf(altered.to().startsWith("STORED"), REWRITE)
                    .workIf(
                        altered.to().startsWith("STORED")
                            && Keys.areOn(
                                altered.after().schema(), altered.after().relation(), context),
                        INDEX_BUILD)
                    .note("Old values are computed anew")
                    .instead("Add a column with the new expression under a new name")
                    .says(the(altered.after()) + " is computed in another way: " + altered.to()));
  }
}
