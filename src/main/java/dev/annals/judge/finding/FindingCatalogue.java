package dev.annals.judge.finding;

import dev.annals.model.story.Finding;
import dev.annals.model.story.Importance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Every finding rule. */
public final class FindingCatalogue {

  private static final List<FindingRule> RULES =
      List.of(
          new GonePage(),
          new RenamedPage(),
          new TwicePage(),
          new LostNote(),
          new BrokenInclude(),
          new BrokenLink(),
          new MissingPage(),
          new StubPage(),
          new StalePage(),
          new LowCoverage(),
          new NewTableWithoutPage(),
          new EditedMigration(),
          new UndoFails(),
          new UndoDiffers(),
          new UnderVersioned(),
          new BrokenPromise());

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::path)
          .thenComparingInt(Finding::line)
          .thenComparing(Finding::message);

  /** Of what is to be written, the weightiest tables come first. */
  private static final Set<String> RANKED =
      Set.of("missing-page", "stale-page", "stub-page", "new-table-without-page");

  private FindingCatalogue() {}

  private static int rank(Finding finding, Importance importance) {
    boolean ranked = RANKED.contains(finding.rule()) && !finding.subjects().isEmpty();
    return ranked ? -importance.weight(finding.subjects().get(0)) : 0;
  }

  /** The rules. */
  public static List<FindingRule> rules() {
    return RULES;
  }

  /**
   * What all rules find, and what was found before: most severe first, then by rule, then what
   * matters most, then by file.
   */
  public static List<Finding> find(Story story, List<Finding> others) {
    List<Finding> all = new ArrayList<>(others);
    for (FindingRule rule : RULES) {
      all.addAll(rule.find(story));
    }
    return sorted(all, Importance.of(story.schema(), story.lifelines()));
  }

  /** Findings in the order in which they are told. */
  public static List<Finding> sorted(List<Finding> findings, Importance importance) {
    return findings.stream()
        .sorted(
            Comparator.comparing(Finding::severity)
                .reversed()
                .thenComparing(Finding::rule)
                .thenComparingInt(finding -> rank(finding, importance))
                .thenComparing(ORDER))
        .toList();
  }
}
