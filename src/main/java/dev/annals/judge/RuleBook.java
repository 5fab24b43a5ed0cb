package dev.annals.judge;

import dev.annals.judge.design.DesignCatalogue;
import dev.annals.judge.design.DesignPages;
import dev.annals.judge.finding.FindingPages;
import dev.annals.judge.rules.RuleCatalogue;
import dev.annals.judge.rules.RulePages;
import dev.annals.judge.safety.SafetyCatalogue;
import dev.annals.judge.safety.SafetyPages;
import dev.annals.model.story.RulePage;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is written about every rule: those that judge changes, those that judge migrations, then
 * those that judge schemas.
 */
public final class RuleBook {

  private RuleBook() {}

  /** Read when they are first asked for. */
  private static final class Once {
    static final List<RulePage> PAGES =
        Stream.of(RulePages.all(), SafetyPages.all(), DesignPages.all(), FindingPages.all())
            .flatMap(List::stream)
            .toList();
  }

  /** The ids of all rules of all sorts. */
  public static SortedSet<String> ids() {
    SortedSet<String> ids = new TreeSet<>(FindingPages.ids());
    RuleCatalogue.rules().forEach(rule -> ids.add(rule.id()));
    DesignCatalogue.rules().forEach(rule -> ids.add(rule.id()));
    SafetyCatalogue.rules().forEach(rule -> ids.add(rule.id()));
    return ids;
  }

  /** All pages. */
  public static List<RulePage> pages() {
    return Once.PAGES;
  }

  /** The page of one rule; nothing where no rule has that id. */
  public static Optional<RulePage> page(String id) {
    return RulePages.of(id)
        .or(() -> SafetyPages.of(id))
        .or(() -> DesignPages.of(id))
        .or(() -> FindingPages.of(id));
  }
}
