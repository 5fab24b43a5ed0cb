package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Collation;
import java.util.Optional;

/** A collation under another name, or in another schema. */
final class CollationRenamed implements VerdictRule {

  @Override
  public String id() {
    return "collation-renamed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.renamed(change, Collation.class)
        .map(
            pair ->
                new Ruling(this, BREAKING)
                    .readers(CONDITIONAL)
                    .note("Columns and indexes follow; who names it after COLLATE fails")
                    .says(the(pair.before()) + " is now " + pair.after().ref().display()));
  }
}
