package dev.annals.judge.design;

import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Optional;

/** Every design rule. */
public final class DesignCatalogue {

  private static final List<DesignRule> RULES =
      List.of(
          // keys
          new TableWithoutPrimaryKey(),
          new NullableUnique(),
          // foreign keys
          new ForeignKeyWithoutIndex(),
          new ForeignKeyTypeMismatch(),
          // indexes
          new DuplicateIndex(),
          new RedundantIndex(),
          // types
          new FloatMoney(),
          new MoneyType(),
          new LocalTimestamp(),
          new JsonType(),
          new SerialColumn(),
          // names
          new ReservedWord());

  private DesignCatalogue() {}

  /** The rules. */
  public static List<DesignRule> rules() {
    return RULES;
  }

  /** The rule of that id. */
  public static Optional<DesignRule> rule(String id) {
    return RULES.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** How much a flaw matters. */
  static Severity severity(DesignRule rule, Flaw flaw) {
    return flaw.mild() ? Severity.INFO : rule.severity();
  }

  /** How sure a rule is of a flaw. */
  static Confidence confidence(DesignRule rule, Flaw flaw) {
    return flaw.doubtful() ? rule.confidence().less() : rule.confidence();
  }
}
