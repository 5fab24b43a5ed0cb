package dev.annals.judge;

import dev.annals.judge.design.DesignCatalogue;
import dev.annals.judge.design.DesignPages;
import dev.annals.judge.finding.FindingCatalogue;
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

  /** Rules that are no part of a catalogue: they are asked where their answer comes up. */
  private static final List<String> OTHERS =
      List.of(
          "unreadable-page",
          "unknown-front-matter",
          "broken-image",
          "broken-decision",
          "drift",
          "unused-ignore",
          "invalid-ignore");

  private RuleBook() {}

  /** The ids of all rules of all sorts. */
  public static SortedSet<String> ids() {
    SortedSet<String> ids = new TreeSet<>(OTHERS);
    RuleCatalogue.rules().forEach(rule -> ids.add(rule.id()));
    DesignCatalogue.rules().forEach(rule -> ids.add(rule.id()));
    SafetyCatalogue.rules().forEach(rule -> ids.add(rule.id()));
    FindingCatalogue.rules().forEach(rule -> ids.add(rule.id()));
    return ids;
  }

  /** All pages. */
  public static List<RulePage> pages() {
    return Stream.of(RulePages.all(), SafetyPages.all(), DesignPages.all())
        .flatMap(List::stream)
        .toList();
  }

  /** The page of one rule; nothing where no rule has that id. */
  public static Optional<RulePage> page(String id) {
    return RulePages.of(id).or(() -> SafetyPages.of(id)).or(() -> DesignPages.of(id));
  }
}
