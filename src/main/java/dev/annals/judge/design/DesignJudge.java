package dev.annals.judge.design;

import dev.annals.model.schema.Schema;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Finding;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Release;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks every design rule about a schema, and tells where each weakness came from. */
public final class DesignJudge {

  private final Scrutiny scrutiny;
  private final List<JudgedStep> steps;
  private final List<Release> releases;
  private final Map<Object, Lifeline> lives = new HashMap<>();

  /**
   * Prepares to judge.
   *
   * @param scrutiny how much is told plainly
   * @param steps the migrations, in order
   * @param releases oldest first
   * @param lifelines of every object that ever was
   */
  public DesignJudge(
      Scrutiny scrutiny, List<JudgedStep> steps, List<Release> releases, List<Lifeline> lifelines) {
    this.scrutiny = scrutiny;
    this.steps = steps;
    this.releases = releases;
    lifelines.stream().filter(Lifeline::alive).forEach(life -> lives.put(life.ref(), life));
  }

  /** The findings about a schema, rule by rule. */
  public List<Finding> find(Schema schema) {
    List<Finding> findings = new ArrayList<>();
    if (scrutiny != Scrutiny.OFF) {
      Blueprint blueprint = new Blueprint(schema);
      for (DesignRule rule : DesignCatalogue.rules()) {
        rule.find(blueprint).map(flaw -> finding(rule, flaw)).forEach(findings::add);
      }
    }
    return findings;
  }

  private Finding finding(DesignRule rule, Flaw flaw) {
    Confidence confidence = DesignCatalogue.confidence(rule, flaw);
    Lifeline life = lives.get(flaw.subjects().get(0));
    Origin origin =
        life == null ? Origin.UNKNOWN : Origin.of(life, flaw.because(), steps, releases);
    return new Finding(
        rule.id(),
        scrutiny.tells(confidence) ? DesignCatalogue.severity(rule, flaw) : Severity.HINT,
        confidence,
        flaw.subjects(),
        flaw.what(),
        flaw.why(),
        flaw.instead(),
        origin.path(),
        origin.line(),
        origin.migration(),
        origin.release());
  }
}
