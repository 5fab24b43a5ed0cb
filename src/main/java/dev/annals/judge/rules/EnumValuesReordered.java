package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.EnumValue;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** Labels in another order. */
final class EnumValuesReordered implements VerdictRule {

  @Override
  public String id() {
    return "enum-values-reordered";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Optional.<Alteration<EnumValue>>empty()
        .or(() -> Facts.altered(change, EnumValue.class, Property.POSITION))
        .map(
            altered ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(SILENT)
                    .note("ORDER BY, < and > on the enum give other results")
                    .says(
                        the(altered.after())
                            + " stands at place "
                            + altered.to()
                            + " instead of "
                            + altered.from()));
  }
}
