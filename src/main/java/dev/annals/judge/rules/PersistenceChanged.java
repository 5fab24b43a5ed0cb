package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;
import static dev.annals.model.change.Work.REWRITE;

import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Table;
import java.util.Optional;

/** A table that is logged, or no longer. */
final class PersistenceChanged implements VerdictRule {

  @Override
  public String id() {
    return "persistence-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.altered(change, Table.class, Property.PERSISTENCE)
        .map(
            altered ->
                new Ruling(this, POTENTIALLY_BREAKING)
                    .data(altered.to().equals("unlogged") ? FAILS : DataEffect.NONE)
                    .lock(ACCESS_EXCLUSIVE)
                    .work(REWRITE)
                    .workIf(
                        Keys.areOn(altered.after().schema(), altered.after().name(), context),
                        INDEX_BUILD)
                    .noteIf(
                        altered.to().equals("unlogged"),
                        "All rows are lost when the server crashes, and replicas have none")
                    .says(the(altered.after()) + " " + altered.course()));
  }
}
