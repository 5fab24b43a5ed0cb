package dev.annals.judge.design;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.RewriteRule;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.stream.Stream;

/** A rule where a trigger is meant. */
final class StatementRewritten implements DesignRule {

  @Override
  public String id() {
    return "statement-rewritten";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public Confidence confidence() {
    return Confidence.HIGH;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema
        .schema()
        .all(RewriteRule.class)
        .map(
            rule ->
                Flaw.of(
                    rule.ref(),
                    "rewrite rule "
                        + rule.name()
                        + " changes statements on "
                        + ObjectRef.table(rule.schema(), rule.table()).display(),
                    "It rewrites the statement, not the row: volatile functions run twice, and"
                        + " RETURNING and counts of rows are not what was asked for.",
                    "Write a trigger, INSTEAD OF for a view."));
  }
}
