package dev.annals.judge.witness;

import dev.annals.model.change.JudgedChange;
import dev.annals.model.history.History;
import dev.annals.model.schema.Schema;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Release;
import dev.annals.model.witness.Evidence;
import dev.annals.model.witness.Trial;
import dev.annals.model.witness.Tried;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which probes a judged history wants tried, and what their answers say about its changes. */
public final class Examination {

  private final History history;
  private final List<JudgedStep> steps;
  private final List<Release> releases;

  /** Of a history's steps and releases. */
  public Examination(History history, List<JudgedStep> steps, List<Release> releases) {
    this.history = history;
    this.steps = steps;
    this.releases = releases;
  }

  /** A change between two moments. */
  private record Asked(int from, int to, JudgedChange judged) {}

  /** The probes of every breaking change; none where nothing breaks. */
  public List<Trial> trials() {
    return asked().stream().map(this::trial).toList();
  }

  private List<Asked> asked() {
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      breaking(i, i + 1, steps.get(i).changes(), asked);
    }
    for (int i = 0; i < releases.size(); i++) {
      if (ofHistory(i)) {
        breaking(from(i), to(i), releases.get(i).changes(), asked);
      }
    }
    return asked.stream().distinct().toList();
  }

  private static void breaking(int from, int to, List<JudgedChange> changes, List<Asked> asked) {
    for (JudgedChange judged : changes) {
      if (judged.verdict().breaking()) {
        asked.add(new Asked(from, to, judged));
      }
    }
  }

  private int from(int release) {
    return release == 0 ? 0 : to(release - 1);
  }

  private int to(int release) {
    return releases.get(release).cut().through() + 1;
  }

  /** True where a release and the one before it are moments of this history. */
  private boolean ofHistory(int release) {
    return from(release) < to(release) && (release == 0 || is(release - 1)) && is(release);
  }

  private boolean is(int release) {
    Schema own = releases.get(release).cut().schema().schema();
    return own.equals(history.before(to(release)).schema());
  }

  private Trial trial(Asked asked) {
    Schema before = history.before(asked.from()).schema();
    Schema after = history.before(asked.to()).schema();
    return new Trial(asked.from(), asked.to(), Probes.of(asked.judged().change(), before, after));
  }

  /** What was found, by the same trials in the same order. */
  public Findings findings(List<List<Tried>> tried) {
    Map<Asked, Evidence> evidence = new HashMap<>();
    List<Asked> asked = asked();
    for (int i = 0; i < asked.size(); i++) {
      evidence.put(asked.get(i), new Evidence(Verified.witnesses(tried.get(i)), 0, List.of()));
    }
    List<JudgedStep> examined = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      JudgedStep step = steps.get(i);
      examined.add(
          new JudgedStep(
              step.step(), with(evidence, i, i + 1, step.changes()), step.bump(), step.version()));
    }
    List<Release> cuts = new ArrayList<>();
    for (int i = 0; i < releases.size(); i++) {
      Release release = releases.get(i);
      cuts.add(
          new Release(
              release.cut(),
              release.steps(),
              with(evidence, from(i), to(i), release.changes()),
              release.bump(),
              release.version()));
    }
    return new Findings(examined, cuts);
  }

  private static List<JudgedChange> with(
      Map<Asked, Evidence> evidence, int from, int to, List<JudgedChange> changes) {
    return changes.stream()
        .map(
            judged ->
                new JudgedChange(
                    judged.change(),
                    judged.verdict(),
                    evidence.getOrDefault(new Asked(from, to, judged), Evidence.NONE)))
        .toList();
  }

  /** The same steps and releases, with evidence. */
  public record Findings(List<JudgedStep> steps, List<Release> releases) {}
}
