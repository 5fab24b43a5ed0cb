package dev.annals.judge;

import dev.annals.judge.design.DesignPages;
import dev.annals.judge.rules.RulePages;
import dev.annals.model.story.RulePage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is written about every rule: those that judge changes, then those that judge schemas. */
public final class RuleBook {

  private RuleBook() {}

  /** All pages. */
  public static List<RulePage> pages() {
    return Stream.concat(RulePages.all().stream(), DesignPages.all().stream()).toList();
  }

  /** The page of one rule; nothing where no rule has that id. */
  public static Optional<RulePage> page(String id) {
    return RulePages.of(id).or(() -> DesignPages.of(id));
  }
}
