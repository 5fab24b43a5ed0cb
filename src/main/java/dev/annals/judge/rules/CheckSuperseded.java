package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.list;
import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Lock.SHARE_UPDATE_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Check;
import java.util.Optional;

/** A check that the column's own NOT NULL makes needless. */
final class CheckSuperseded implements VerdictRule {

  @Override
  public String id() {
    return "check-superseded";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Check.class)
        .filter(check -> Proof.isOnlyNotNull(check) && isFilled(check, context))
        .map(
            check ->
                new Ruling(this, EQUIVALENT)
                    .lock(
                        context.letWritersGoOn(check.schema(), check.table())
                            ? SHARE_UPDATE_EXCLUSIVE
                            : ACCESS_EXCLUSIVE)
                    .says(the(check) + " has given way to NOT NULL on " + list(check.columns())));
  }

  private static boolean isFilled(Check check, ChangeContext context) {
    return context
        .after()
        .column(check.schema(), check.table(), check.columns().get(0))
        .map(column -> !column.nullable())
        .orElse(false);
  }
}
