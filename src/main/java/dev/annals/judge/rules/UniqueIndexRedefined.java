package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Effect.NONE;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.WITH_CARE;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Property;
import java.util.Optional;

/** A unique index on other columns or rows. */
final class UniqueIndexRedefined implements VerdictRule {

  @Override
  public String id() {
    return "unique-index-redefined";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Index.class, Property.COLUMNS, Property.PREDICATE, Property.METHOD)
        .filter(altered -> altered.after().unique())
        .map(altered -> verdict(altered, altered.before(), altered.after()));
  }

  private Verdict verdict(Alteration<Index> altered, Index before, Index after) {
    boolean taken = !Proof.refusesAll(after, before);
    return new Ruling(this, BREAKING)
        .readers(taken ? CONDITIONAL : NONE)
        .writers(BREAKS)
        .data(Proof.refusesAll(before, after) ? DataEffect.NONE : FAILS)
        .lock(ACCESS_EXCLUSIVE)
        .work(INDEX_BUILD)
        .reversible(WITH_CARE)
        .noteIf(taken, "Readers that expect at most one row can meet several")
        .note("INSERT … ON CONFLICT that matched the old index fails")
        .instead("Build the new index CONCURRENTLY under another name")
        .says(altered.property().label() + " of unique " + the(after) + " " + altered.course());
  }
}
