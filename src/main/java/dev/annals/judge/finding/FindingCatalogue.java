package dev.annals.judge.finding;

import dev.annals.model.story.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every finding rule. */
public final class FindingCatalogue {

  private static final List<FindingRule> RULES =
      List.of(
          new GonePage(),
          new BrokenLink(),
          new MissingPage(),
          new StubPage(),
          new StalePage(),
          new EditedMigration(),
          new LongLock(),
          new UndoFails(),
          new UndoDiffers(),
          new UnderVersioned(),
          new BrokenPromise());

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .reversed()
          .thenComparing(Finding::rule)
          .thenComparing(Finding::path)
          .thenComparingInt(Finding::line)
          .thenComparing(Finding::message);

  private FindingCatalogue() {}

  /** The rules. */
  public static List<FindingRule> rules() {
    return RULES;
  }

  /** What all rules find, and what was found before: most severe first, then by rule and file. */
  public static List<Finding> find(Story story, List<Finding> others) {
    List<Finding> all = new ArrayList<>(others);
    for (FindingRule rule : RULES) {
      all.addAll(rule.find(story));
    }
    return sorted(all);
  }

  /** Findings in the order in which they are told. */
  public static List<Finding> sorted(List<Finding> findings) {
    return findings.stream().sorted(ORDER).toList();
  }
}
