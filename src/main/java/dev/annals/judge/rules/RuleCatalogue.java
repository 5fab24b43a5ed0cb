package dev.annals.judge.rules;

import java.util.List;

/** Every verdict rule, in the order in which they are asked; the first that answers decides. */
public final class RuleCatalogue {

  private static final List<VerdictRule> RULES = List.of();

  private RuleCatalogue() {}

  /** The rules. */
  public static List<VerdictRule> rules() {
    return RULES;
  }
}
