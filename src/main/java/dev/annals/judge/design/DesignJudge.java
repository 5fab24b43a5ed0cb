package dev.annals.judge.design;

import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
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
  private final Map<ObjectRef, Lifeline> lives = new HashMap<>();
  private final Map<Integer, ScriptLines> scripts = new HashMap<>();

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
    this.releases = Release.main(releases);
    lifelines.stream().filter(Lifeline::alive).forEach(life -> lives.put(life.ref(), life));
  }

  /** The findings about a schema, rule by rule. */
  public List<Finding> find(Schema schema) {
    if (scrutiny == Scrutiny.OFF) {
      return List.of();
    }
    Blueprint blueprint = new Blueprint(schema);
    List<Finding> findings = new ArrayList<>();
    DesignCatalogue.rules().parallelStream()
        .map(rule -> new Found(rule, flaws(rule, blueprint)))
        .toList()
        .forEach(
            found ->
                found.flaws().forEach(flaw -> findings.add(finding(found.rule(), flaw, schema))));
    return findings;
  }

  private record Found(DesignRule rule, List<Flaw> flaws) {}

  private static List<Flaw> flaws(DesignRule rule, Blueprint blueprint) {
    boolean weak = rule.confidence() == Confidence.LOW;
    return rule.find(blueprint)
        .filter(flaw -> !(weak && Borrowed.is(flaw.subjects().get(0))))
        .map(flaw -> flaw.doubtfulIf(Borrowed.is(flaw.subjects().get(0))))
        .toList();
  }

  private Origin origin(Flaw flaw, Schema schema) {
    ObjectRef subject = flaw.subjects().get(0);
    Lifeline life = lives.get(subject);
    return life == null
        ? Origin.UNKNOWN
        : Origin.of(
            life,
            schema.find(subject).map(DesignJudge::words).orElse(List.of()),
            flaw.because(),
            steps,
            releases,
            step -> scripts.computeIfAbsent(step, key -> ScriptLines.of(steps.get(step).step())));
  }

  /** A constraint that was given no name stands at its column. */
  private static List<String> words(SchemaObject object) {
    if (object instanceof ForeignKey key) {
      return key.columns().subList(0, 1);
    }
    return object instanceof Key key ? key.columns().subList(0, 1) : List.of();
  }

  private Finding finding(DesignRule rule, Flaw flaw, Schema schema) {
    Confidence confidence = DesignCatalogue.confidence(rule, flaw);
    Origin origin = origin(flaw, schema);
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
