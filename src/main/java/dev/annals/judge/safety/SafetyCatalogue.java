package dev.annals.judge.safety;

import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Optional;

/** Every safety rule. */
public final class SafetyCatalogue {

  private static final List<SafetyRule> RULES =
      List.of(
          // rows are worked on while others wait
          new TableRewrite(),
          new VolatileDefault(),
          new EnumRebuilt(),
          new BlockingScan(),
          new NotNullInOneStep(),
          new ConstraintInOneStep(),
          new BlockingIndexBuild(),
          // the transaction
          new DdlWithBackfill(),
          new MissingLockTimeout(),
          new HalfApplied(),
          new ConcurrentIfNotExists(),
          // what is lost
          new CascadeDrop(),
          new NoWayBack());

  private SafetyCatalogue() {}

  /** The rules. */
  public static List<SafetyRule> rules() {
    return RULES;
  }

  /** The rule of that id. */
  public static Optional<SafetyRule> rule(String id) {
    return RULES.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  static Severity severity(SafetyRule rule, Hazard hazard) {
    return hazard.mild() ? Severity.INFO : rule.severity();
  }

  static Confidence confidence(SafetyRule rule, Hazard hazard) {
    return hazard.doubtful() ? rule.confidence().less() : rule.confidence();
  }
}
