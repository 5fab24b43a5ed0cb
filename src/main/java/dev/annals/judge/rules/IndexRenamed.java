package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.EQUIVALENT;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Index;
import java.util.Optional;

/** An index under another name. */
final class IndexRenamed implements VerdictRule {

  @Override
  public String id() {
    return "index-renamed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.renamed(change, Index.class)
        .map(
            pair ->
                new Ruling(this, EQUIVALENT)
                    .says(the(pair.before()) + " is now called " + pair.after().name()));
  }
}
