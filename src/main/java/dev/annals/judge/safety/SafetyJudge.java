package dev.annals.judge.safety;

import dev.annals.judge.Recency;
import dev.annals.judge.design.Scrutiny;
import dev.annals.model.history.Migration;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Release;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks every safety rule about every migration. What came before the latest release, or before what
 * is not released, cannot be written otherwise any more: it is told as a hint. Where nobody cuts
 * releases, {@link Recency} stands in for them.
 */
public final class SafetyJudge {

  private final Scrutiny scrutiny;
  private final String latest;
  private final Map<Integer, String> releaseOf = new HashMap<>();

  /**
   * Prepares to judge.
   *
   * @param scrutiny how much of what is not sure is told plainly
   * @param releases oldest first
   */
  public SafetyJudge(Scrutiny scrutiny, List<Release> releases) {
    this.scrutiny = scrutiny;
    List<Release> main = Release.main(releases);
    this.latest = main.isEmpty() ? "" : main.get(main.size() - 1).cut().name();
    main.forEach(
        release -> release.steps().forEach(step -> releaseOf.put(step, release.cut().name())));
  }

  /** The findings, migration by migration. */
  public List<Finding> find(Journey journey) {
    List<Finding> findings = new ArrayList<>();
    Recency recency = new Recency(journey.passages().stream().map(Passage::migration).toList());
    for (Passage passage : journey.passages()) {
      for (SafetyRule rule : SafetyCatalogue.rules()) {
        rule.find(passage)
            .map(hazard -> finding(rule, hazard, passage, recency))
            .forEach(findings::add);
      }
    }
    return findings;
  }

  private Finding finding(SafetyRule rule, Hazard hazard, Passage passage, Recency recency) {
    Migration migration = passage.migration();
    Confidence confidence = SafetyCatalogue.confidence(rule, hazard);
    String release = releaseOf.getOrDefault(passage.index(), "");
    boolean cut = !release.isEmpty() && !release.equals(migration.name());
    boolean released =
        cut ? !release.equals(latest) : recency.isPast(migration.introduced().date());
    boolean told = !released && (confidence == Confidence.HIGH || scrutiny.tells(confidence));
    return new Finding(
        rule.id(),
        told ? SafetyCatalogue.severity(rule, hazard) : Severity.HINT,
        confidence,
        hazard.subjects(),
        hazard.what(),
        hazard.why(),
        hazard.instead(),
        migration.path(),
        hazard.line(),
        migration.name(),
        release.equals(migration.name()) ? "" : release);
  }
}
