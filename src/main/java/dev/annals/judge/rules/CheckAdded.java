package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.DataEffect.FAILS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Check;
import java.util.Optional;

/** A check that all rows have to pass. */
final class CheckAdded implements VerdictRule {

  @Override
  public String id() {
    return "check-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Check.class).map(check -> verdict(check, context));
  }

  private Verdict verdict(Check check, ChangeContext context) {
    if (!check.enforced()) {
      return new Ruling(this, EQUIVALENT)
          .lock(ACCESS_EXCLUSIVE)
          .says(owner(check) + " declares " + check.expression() + ", which nobody checks");
    }
    if (NewColumns.keep(check, context)) {
      return new Ruling(this, NON_BREAKING)
          .lock(ACCESS_EXCLUSIVE)
          .work(SCAN)
          .note("Its columns are new: who does not know them meets no such condition")
          .says(owner(check) + " takes only rows with " + check.expression());
    }
    return new Ruling(this, BREAKING)
        .writers(BREAKS)
        .data(FAILS)
        .lock(ACCESS_EXCLUSIVE)
        .work(SCAN)
        .note("The migration fails if a row does not fit")
        .instead("Add it NOT VALID and validate " + check.name() + " in a later migration")
        .says(owner(check) + " takes only rows with " + check.expression());
  }
}
