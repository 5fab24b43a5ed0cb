package dev.annals.judge;

import dev.annals.judge.diff.Lineage;
import dev.annals.judge.succession.Trail;
import dev.annals.model.change.Bump;
import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.history.History;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.ReverseStatement;
import dev.annals.model.story.Undo;
import dev.annals.model.story.WayBack;
import dev.annals.model.witness.Trial;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is known of the first steps of a history, to be kept between runs: without the schemas,
 * which the replay has.
 *
 * @param steps as they are judged before a server was asked
 * @param lineage how far their objects were followed
 * @param back the statements that take each of them back
 * @param trail what they show about columns that replace others
 * @param probes what to ask a server about them
 */
public record JudgedBeginning(
    List<Judged> steps,
    Lineage.Followed lineage,
    List<List<ReverseStatement>> back,
    Trail trail,
    List<Trial> probes) {

  public JudgedBeginning {
    steps = List.copyOf(steps);
    back = List.copyOf(back);
    probes = List.copyOf(probes);
  }

  /**
   * One step.
   *
   * @param changes what it changed, each with its verdict
   * @param bump by how much it raised the schema version
   * @param version the schema version after it
   */
  public record Judged(List<JudgedChange> changes, Bump bump, SemanticVersion version) {

    public Judged {
      changes = List.copyOf(changes);
    }

    private static Judged of(JudgedStep step) {
      return new Judged(step.changes(), step.bump(), step.version());
    }

    private List<Change> facts() {
      return changes.stream().map(JudgedChange::change).toList();
    }
  }

  static JudgedBeginning of(Beginning beginning, Lineage lineage) {
    return new JudgedBeginning(
        beginning.steps().stream().map(Judged::of).toList(),
        lineage.followed(),
        beginning.waysBack().stream().map(WayBack::statements).toList(),
        beginning.trail(),
        beginning.probes());
  }

  /** What each step changed. */
  List<List<Change>> changes() {
    return steps.stream().map(Judged::facts).toList();
  }

  /** The same of a history that begins so. */
  Beginning of(History history) {
    List<JudgedStep> judged =
        IntStream.range(0, steps.size())
            .mapToObj(
                i -> {
                  Judged step = steps.get(i);
                  return new JudgedStep(
                      history.steps().get(i), step.changes(), step.bump(), step.version());
                })
            .toList();
    List<WayBack> waysBack =
        back.stream().map(statements -> new WayBack(new Undo.Missing(), statements)).toList();
    return new Beginning(judged, waysBack, trail, probes);
  }
}
