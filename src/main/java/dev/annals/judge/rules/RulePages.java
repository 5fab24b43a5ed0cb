package dev.annals.judge.rules;

import dev.annals.model.story.RulePage;
import java.util.List;
import java.util.Optional;

/**
 * Reads the rules' folders, which travel on the class path. A jar cannot be listed: the catalogue's
 * ids are the list.
 */
public final class RulePages {

  private static final RuleFolder FOLDER = new RuleFolder("rules");

  private RulePages() {}

  /** The pages of all rules, in the order of the catalogue. */
  public static List<RulePage> all() {
    return RuleCatalogue.rules().stream().map(rule -> FOLDER.read(rule.id())).toList();
  }

  /** The page of one rule; nothing where no rule has that id. */
  public static Optional<RulePage> of(String id) {
    return RuleCatalogue.rule(id).map(rule -> FOLDER.read(rule.id()));
  }
}
