package dev.annals.judge;

import dev.annals.judge.design.DesignJudge;
import dev.annals.judge.diff.SchemaDiff;
import dev.annals.judge.rules.Route;
import dev.annals.judge.rules.RuleCatalogue;
import dev.annals.model.change.Bump;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The net effect between two schemas of which no history is known.
 *
 * @param changes what is different, judged
 * @param bump the bump that it needs
 * @param findings weaknesses that only the second schema has
 * @param mended weaknesses that only the first one has
 */
public record Net(
    List<JudgedChange> changes, Bump bump, List<Finding> findings, List<Finding> mended) {

  public Net {
    changes = List.copyOf(changes);
    findings = List.copyOf(findings);
    mended = List.copyOf(mended);
  }

  /** The net effect; {@code version} is the first schema's. */
  public static Net between(
      Schema before, Schema after, JudgeSettings settings, SemanticVersion version) {
    List<JudgedChange> changes =
        new Verdicts(RuleCatalogue.rules(), settings)
            .judge(
                before,
                after,
                SchemaDiff.between(Snapshot.of(before), Snapshot.of(after)),
                Observation.NOTHING,
                Route.UNKNOWN);
    DesignJudge design = new DesignJudge(settings.design(), List.of(), List.of(), List.of());
    List<Finding> then = design.find(before);
    List<Finding> now = design.find(after);
    return new Net(
        changes,
        changes.stream()
            .map(change -> settings.bump(change.verdict().level(), version))
            .reduce(Bump.NONE, Bump::or),
        only(now, then),
        only(then, now));
  }

  private static List<Finding> only(List<Finding> these, List<Finding> others) {
    Set<Key> known = new HashSet<>();
    others.forEach(finding -> known.add(new Key(finding.rule(), finding.subjects())));
    return these.stream()
        .filter(finding -> !known.contains(new Key(finding.rule(), finding.subjects())))
        .toList();
  }

  private record Key(String rule, List<ObjectRef> subjects) {
    private Key {
      subjects = List.copyOf(subjects);
    }
  }
}
