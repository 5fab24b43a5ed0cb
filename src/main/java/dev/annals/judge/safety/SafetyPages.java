package dev.annals.judge.safety;

import dev.annals.judge.rules.RuleFolder;
import dev.annals.model.story.RulePage;
import java.util.List;
import java.util.Optional;

/** Reads the safety rules' folders, which travel on the class path. */
public final class SafetyPages {

  private static final RuleFolder FOLDER = new RuleFolder("safety");

  private SafetyPages() {}

  /** The pages of all safety rules, in the order of the catalogue. */
  public static List<RulePage> all() {
    return SafetyCatalogue.rules().stream().map(rule -> FOLDER.read(rule.id())).toList();
  }

  /** The page of one rule; nothing where no safety rule has that id. */
  public static Optional<RulePage> of(String id) {
    return SafetyCatalogue.rule(id).map(rule -> FOLDER.read(rule.id()));
  }
}
