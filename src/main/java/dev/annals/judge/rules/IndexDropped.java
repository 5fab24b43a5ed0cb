package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Index;
import java.util.Optional;

/** An index that only made things faster. */
final class IndexDropped implements VerdictRule {

  @Override
  public String id() {
    return "index-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Index.class)
        .map(
            index ->
                new Ruling(this, EQUIVALENT)
                    .lock(IndexLock.ofDrop(context))
                    .reversible(WITH_CARE)
                    .instead("Drop " + index.name() + " CONCURRENTLY")
                    .says(
                        "index "
                            + index.name()
                            + " on "
                            + owner(index)
                            + " "
                            + columns(index.keys())
                            + " is gone"));
  }
}
