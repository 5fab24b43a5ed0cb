package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Check;
import java.util.Optional;

/** A check that looks at new rows only. */
final class CheckAddedUnvalidated implements VerdictRule {

  @Override
  public String id() {
    return "check-added-unvalidated";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Check.class)
        .filter(check -> !check.validated() && check.enforced())
        .map(
            check ->
                new Ruling(this, BREAKING)
                    .writers(BREAKS)
                    .lock(ACCESS_EXCLUSIVE)
                    .note("Any update of an old row that does not fit fails, too")
                    .says(
                        owner(check)
                            + " takes only rows with "
                            + check.expression()
                            + "; old rows are not checked"));
  }
}
