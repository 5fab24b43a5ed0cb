package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A column that sorts and compares in another way. */
final class CollationChanged implements VerdictRule {

  @Override
  public String id() {
    return "collation-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Column.class, Property.COLLATION)
        .map(altered -> verdict(altered, context));
  }

  private Verdict verdict(Alteration<Column> altered, ChangeContext context) {
    Column column = altered.after();
    boolean unique = Keys.isPartOfUniqueKey(column, context.before());
    return new Ruling(this, unique ? BREAKING : POTENTIALLY_BREAKING)
        .readers(SILENT)
        .writers(unique ? CONDITIONAL : SILENT)
        .data(unique ? FAILS : DataEffect.NONE)
        .lock(ACCESS_EXCLUSIVE)
        .workIf(Keys.isIndexed(column, context.before()), INDEX_BUILD)
        .noteIf(unique, "Values of a unique key can be equal under the new collation")
        .instead("Say COLLATE in the queries that need the other order")
        .says("collation of " + the(column) + " " + altered.course());
  }
}
