package dev.annals.judge.design;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Policy;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.Locale;
import java.util.stream.Stream;

/** A policy that lets everybody write everything. */
final class AlwaysTruePolicy implements DesignRule {

  @Override
  public String id() {
    return "always-true-policy";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Confidence confidence() {
    return Confidence.MEDIUM;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema
        .schema()
        .all(Policy.class)
        .filter(policy -> policy.permissive() && !policy.command().equals("SELECT"))
        .filter(policy -> policy.roles().contains("public") || policy.roles().isEmpty())
        .filter(policy -> policy.using().equals("true") || policy.withCheck().equals("true"))
        .map(
            policy ->
                Flaw.of(
                    policy.ref(),
                    "policy "
                        + policy.name()
                        + " of "
                        + ObjectRef.table(policy.schema(), policy.table()).display()
                        + " lets everybody "
                        + (policy.command().equals("ALL")
                            ? "write"
                            : policy.command().toLowerCase(Locale.ROOT))
                        + " every row",
                    "Permissive policies add up: whatever the others forbid, this one allows.",
                    "Name the role for which it is meant (TO …), or the rows."));
  }
}
