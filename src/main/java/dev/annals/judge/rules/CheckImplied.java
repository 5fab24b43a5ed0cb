package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.owner;
import static dev.annals.model.change.Level.EQUIVALENT;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Work.SCAN;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Check;
import java.util.List;
import java.util.Optional;

/** A check that comes where others kept as much out, or that goes where others still do. */
final class CheckImplied implements VerdictRule {

  @Override
  public String id() {
    return "check-implied";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Check.class)
        .filter(check -> check.enforced() && check.validated())
        .filter(check -> Implication.holds(expressions(before(check, context)), check.expression()))
        .map(this::ofAdded)
        .or(
            () ->
                Facts.dropped(change, Check.class)
                    .filter(Check::enforced)
                    .filter(
                        check ->
                            Implication.holds(
                                expressions(after(check, context)), check.expression()))
                    .map(this::ofDropped));
  }

  private Verdict ofAdded(Check check) {
    return new Ruling(this, EQUIVALENT)
        .lock(ACCESS_EXCLUSIVE)
        .work(SCAN)
        .says(owner(check) + " checks " + check.expression() + ", which held already");
  }

  private Verdict ofDropped(Check check) {
    return new Ruling(this, EQUIVALENT)
        .lock(ACCESS_EXCLUSIVE)
        .says(
            owner(check)
                + " no longer checks "
                + check.expression()
                + " by itself: another check keeps as much out");
  }

  private static List<Check> before(Check check, ChangeContext context) {
    return context.formerParts(check.schema(), check.table(), Check.class);
  }

  private static List<Check> after(Check check, ChangeContext context) {
    return context.after().partsOf(check.schema(), check.table(), Check.class);
  }

  private static List<String> expressions(List<Check> checks) {
    return checks.stream()
        .filter(check -> check.validated() && check.enforced() && !check.noInherit())
        .map(Check::expression)
        .toList();
  }
}
