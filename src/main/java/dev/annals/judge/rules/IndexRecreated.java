package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.INDEX_BUILD;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Index;
import java.util.Optional;

/** An index that was dropped and built again. */
final class IndexRecreated implements VerdictRule {

  @Override
  public String id() {
    return "index-recreated";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.recreated(change, Index.class)
        .map(
            pair ->
                new Ruling(this, EQUIVALENT)
                    .lock(ACCESS_EXCLUSIVE)
                    .work(INDEX_BUILD)
                    .instead("REINDEX INDEX CONCURRENTLY " + pair.after().name())
                    .says(the(pair.after()) + " was dropped and built again"));
  }
}
