package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.RewriteRule;
import java.util.Optional;

/** A rewrite rule that comes, goes or changes. */
final class RewriteRuleChanged implements VerdictRule {

  @Override
  public String id() {
    return "rewrite-rule-changed";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, RewriteRule.class)
        .map(rule -> verdict(rule, "is new"))
        .or(() -> Facts.dropped(change, RewriteRule.class).map(rule -> verdict(rule, "is gone")))
        .or(
            () ->
                Facts.altered(change, RewriteRule.class, Property.DEFINITION)
                    .map(altered -> verdict(altered.after(), "is defined otherwise")));
  }

  private Verdict verdict(RewriteRule rule, String outcome) {
    return new Ruling(this, POTENTIALLY_BREAKING)
        .readers(SILENT)
        .writers(SILENT)
        .lock(ACCESS_EXCLUSIVE)
        .instead("Use a trigger instead of a rule")
        .says(the(rule) + " " + outcome);
  }
}
