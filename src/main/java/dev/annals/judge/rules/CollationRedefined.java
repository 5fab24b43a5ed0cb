package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.NONE;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Collation;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A collation that was made again, and may sort in another way. */
final class CollationRedefined implements VerdictRule {

  @Override
  public String id() {
    return "collation-redefined";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(
            change,
            Collation.class,
            Property.PROVIDER,
            Property.LOCALE,
            Property.LETTERS,
            Property.DETERMINISTIC,
            Property.RULES)
        .map(
            altered ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .readers(SILENT)
                    .note("Queries that name it after COLLATE sort and compare in another way")
                    .says(
                        "'"
                            + altered.property().label()
                            + "' of "
                            + the(altered.after())
                            + " "
                            + altered.course()))
        .or(
            () ->
                Facts.recreated(change, Collation.class)
                    .map(
                        pair ->
                            again(pair.before().properties().equals(pair.after().properties()))
                                .says(the(pair.after()) + " was dropped and created again")));
  }

  private Ruling again(boolean same) {
    return new Ruling(this, same ? EQUIVALENT : POTENTIALLY_BREAKING).readers(same ? NONE : SILENT);
  }
}
