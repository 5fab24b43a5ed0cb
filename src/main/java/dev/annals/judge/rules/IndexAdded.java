package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.columns;
import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Index;
import java.util.Optional;

/** An index that only makes things faster. */
final class IndexAdded implements VerdictRule {

  @Override
  public String id() {
    return "index-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Index.class)
        .map(
            index ->
                new Ruling(this, EQUIVALENT)
                    .lock(IndexLock.ofBuild(context))
                    .workIf(IndexLock.isBuilt(index, context), INDEX_BUILD)
                    .instead(IndexLock.advice(index, context))
                    .says(
                        "new index "
                            + index.name()
                            + " on "
                            + owner(index)
                            + " "
                            + columns(index.keys())));
  }
}
