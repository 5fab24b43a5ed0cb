package dev.annals.judge.witness;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.history.History;
import dev.annals.model.schema.Schema;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Release;
import dev.annals.model.witness.Answer;
import dev.annals.model.witness.Broken;
import dev.annals.model.witness.Evidence;
import dev.annals.model.witness.OwnStatement;
import dev.annals.model.witness.Trial;
import dev.annals.model.witness.Tried;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which statements a judged history wants tried, and what the answers say about its changes. */
public final class Examination {

  /** Nobody reads more witnesses of one migration or release, and each takes milliseconds. */
  private static final int MOST = 500;

  private static final Evidence LEFT =
      new Evidence(
          List.of(),
          "Not tried: only the first %d breaking changes of a migration or release are"
              .formatted(MOST),
          0,
          List.of());

  private final History history;
  private final List<JudgedStep> steps;
  private final List<Release> releases;
  private final List<OwnStatement> own;
  private final List<Trial> known;
  private final List<Asked> asked = new ArrayList<>();
  private Rows rows;
  private int rowsAt = -1;
  private final Set<Asked> met = new HashSet<>();
  private final Set<Asked> left = new HashSet<>();
  private final List<Ordeal> ordeals = new ArrayList<>();

  /**
   * Of a history's steps and releases.
   *
   * @param own statements of the project's own
   * @param first index of the first step that is asked about
   * @param known the first of its trials, as an examination of the history's beginning gave them
   */
  public Examination(
      History history,
      List<JudgedStep> steps,
      List<Release> releases,
      List<OwnStatement> own,
      int first,
      List<Trial> known) {
    this.history = history;
    this.steps = steps;
    this.releases = releases;
    this.own = List.copyOf(own);
    this.known = List.copyOf(known);
    for (int i = first; i < steps.size(); i++) {
      between(i, i + 1, steps.get(i).changes());
    }
    for (int i = 0; i < releases.size(); i++) {
      if (isOfHistory(i) && from(i) >= first) {
        between(from(i), to(i), releases.get(i).changes());
      }
    }
  }

  /** A change between two moments. */
  private record Asked(int from, int to, JudgedChange judged) {

    /** Of what is quick to hash: changes hold whole objects. */
    @Override
    public int hashCode() {
      return 31 * (31 * from + to) + judged.change().subject().hashCode();
    }
  }

  private void between(int from, int to, List<JudgedChange> changes) {
    int breaking = 0;
    for (JudgedChange judged : changes) {
      Asked each = new Asked(from, to, judged);
      if (judged.verdict().breaking()) {
        breaking++;
        if (breaking > MOST) {
          left.add(each);
        } else if (met.add(each)) {
          asked.add(each);
        }
      }
    }
    List<OwnStatement> statements = new ArrayList<>(own);
    if (breaking > 0) {
      statements.addAll(RoutineUse.of(rows(from), schema(to)));
    }
    if (!changes.isEmpty() && !statements.isEmpty()) {
      ordeals.add(new Ordeal(from, to, changes, statements));
    }
  }

  private Schema schema(int at) {
    return history.before(at).schema();
  }

  /** What is known of a schema's rows; of one at a time, since changes come schema by schema. */
  private Rows rows(int at) {
    if (rowsAt != at) {
      rows = new Rows(schema(at));
      rowsAt = at;
    }
    return rows;
  }

  private int from(int release) {
    int before = Release.before(releases, release);
    return before < 0 ? 0 : to(before);
  }

  private int to(int release) {
    return releases.get(release).cut().through() + 1;
  }

  /** True where a release and the one before it are moments of this history. */
  private boolean isOfHistory(int release) {
    int before = Release.before(releases, release);
    return from(release) < to(release) && (before < 0 || is(before)) && is(release);
  }

  private boolean is(int release) {
    return releases.get(release).cut().schema().schema().equals(schema(to(release)));
  }

  /** What is to be tried for what breaks. */
  public List<Trial> probes() {
    List<Trial> trials = new ArrayList<>(known);
    for (Asked each : asked.subList(known.size(), asked.size())) {
      trials.add(
          Trial.untilRefused(
              each.from(),
              each.to(),
              Probes.of(each.judged().change(), rows(each.from()), schema(each.to()))));
    }
    return trials;
  }

  /** Everything that is to be tried; nothing where nothing breaks and nothing is named. */
  public List<Trial> trials() {
    List<Trial> trials = probes();
    ordeals.forEach(ordeal -> trials.add(ordeal.trial()));
    if (!own.isEmpty()) {
      int end = steps.size();
      trials.add(Trial.of(end, end, own.stream().map(OwnStatement::probe).toList()));
    }
    return trials;
  }

  /**
   * The same steps and releases, with evidence.
   *
   * @param notes statements of the project's own that do not work in the end
   */
  public record Findings(List<JudgedStep> steps, List<Release> releases, List<String> notes) {}

  /** What was found, by the same trials in the same order. */
  public Findings findings(List<List<Tried>> tried) {
    Map<Asked, Evidence> evidence = evidence(tried);
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
              isOfHistory(i)
                  ? with(evidence, from(i), to(i), release.changes())
                  : borrowed(evidence, release),
              release.bump(),
              release.version()));
    }
    return new Findings(examined, cuts, own.isEmpty() ? List.of() : notes(tried));
  }

  private Map<Asked, Evidence> evidence(List<List<Tried>> tried) {
    Map<Asked, Evidence> evidence = new HashMap<>();
    left.forEach(each -> evidence.put(each, LEFT)); // unless it is asked about elsewhere
    for (int i = 0; i < asked.size(); i++) {
      Change change = asked.get(i).judged().change();
      evidence.put(
          asked.get(i),
          Verified.evidence(
              change, tried.get(i), schema(asked.get(i).from()), schema(asked.get(i).to())));
    }
    for (int i = 0; i < ordeals.size(); i++) {
      Ordeal ordeal = ordeals.get(i);
      List<Tried> answers = tried.get(asked.size() + i);
      int worked = Ordeal.worked(ordeal.own(), answers);
      Map<JudgedChange, List<Broken>> broken = ordeal.broken(answers);
      for (JudgedChange judged : ordeal.changes()) {
        Asked each = new Asked(ordeal.from(), ordeal.to(), judged);
        List<Broken> mine = broken.getOrDefault(judged, List.of());
        if (judged.verdict().breaking() || !mine.isEmpty()) {
          Evidence seen = evidence.getOrDefault(each, Evidence.NONE);
          evidence.put(each, new Evidence(seen.witnesses(), seen.unseen(), worked, mine));
        }
      }
    }
    return evidence;
  }

  private List<String> notes(List<List<Tried>> tried) {
    List<String> notes = new ArrayList<>();
    List<Tried> last = tried.get(tried.size() - 1);
    for (int i = 0; i < own.size(); i++) {
      Answer answer = last.get(i).before();
      if (!answer.worked() && answer.asked()) {
        notes.add(
            own.get(i).place() + " does not work on the schema as it is: " + answer.message());
      }
    }
    return notes;
  }

  /**
   * A release whose schema is no moment of this history was not asked itself: where one of its
   * migrations made the same change, what was seen there holds. The last one counts: what came
   * before may have been undone in between.
   */
  private List<JudgedChange> borrowed(Map<Asked, Evidence> evidence, Release release) {
    return release.changes().stream().map(judged -> borrowed(evidence, release, judged)).toList();
  }

  private JudgedChange borrowed(
      Map<Asked, Evidence> evidence, Release release, JudgedChange judged) {
    List<Integer> latestFirst = new ArrayList<>(release.steps());
    Collections.reverse(latestFirst);
    for (int step : latestFirst) {
      for (JudgedChange own : steps.get(step).changes()) {
        if (own.change().equals(judged.change())
            && own.verdict().rule().equals(judged.verdict().rule())) {
          Evidence seen = evidence.getOrDefault(new Asked(step, step + 1, own), Evidence.NONE);
          return new JudgedChange(judged.change(), judged.verdict(), seen);
        }
      }
    }
    return judged;
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
}
