package dev.annals.judge.design;

import dev.annals.judge.rules.RuleFolder;
import dev.annals.model.story.RulePage;
import java.util.List;
import java.util.Optional;

/** Reads the design rules' folders, which travel on the class path. */
public final class DesignPages {

  private static final RuleFolder FOLDER = new RuleFolder("design");

  private DesignPages() {}

  /** The pages of all design rules, in the order of the catalogue. */
  public static List<RulePage> all() {
    return DesignCatalogue.rules().stream().map(rule -> FOLDER.read(rule.id())).toList();
  }

  /** The page of one rule; nothing where no design rule has that id. */
  public static Optional<RulePage> of(String id) {
    return DesignCatalogue.rule(id).map(rule -> FOLDER.read(rule.id()));
  }
}
