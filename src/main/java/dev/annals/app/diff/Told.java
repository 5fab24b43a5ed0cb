package dev.annals.app.diff;

import dev.annals.extract.rationale.RationaleReader;
import dev.annals.extract.rationale.RationaleReading;
import dev.annals.judge.Judge;
import dev.annals.judge.gate.Gate;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.gate.Baseline;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Environment;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Project;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The stories of two states, and which findings only one of them has. */
final class Told {

  /** Told better by what became of the files. */
  private static final Set<String> ELSEWHERE = Set.of("edited-migration", "under-versioned");

  /** Told of the tables that are touched, whether or not they are new. */
  private static final Set<String> PAGES = Set.of("missing-page", "stale-page");

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .reversed()
          .thenComparing(Finding::rule)
          .thenComparing(Finding::path)
          .thenComparing(Finding::message);

  private Told() {}

  /**
   * The story of a state, of the history that it was judged by, its findings as the team sees them.
   *
   * @param more what was found before
   */
  static Chronicle chronicle(
      Judge judge, State state, List<Environment> environments, List<Finding> more) {
    String folder = state.config().databases().get(0).rationale();
    RationaleReading rationale = RationaleReader.read(state.folder(), folder, paths -> Map.of());
    List<Finding> found = new ArrayList<>(rationale.findings());
    found.addAll(more);
    Chronicle chronicle =
        judge.chronicle(
            new Project(
                state.config().title(), state.config().url(), state.config().edit(), folder),
            state.config().databases().get(0).name(),
            rationale.pages(),
            environments,
            found);
    return Gate.apply(chronicle, state.config().gate(), Baseline.NONE).chronicle();
  }

  /**
   * What is found in one list and not in the other, whatever the words.
   *
   * @param old files that the base has
   */
  static List<Finding> onlyNow(List<Finding> these, List<Finding> others, Set<String> old) {
    return only(these, others).stream()
        .filter(Finding::open)
        .filter(finding -> others.stream().noneMatch(other -> isMore(other, finding, old)))
        .sorted(ORDER)
        .toList();
  }

  /**
   * What is not found any more at all; of what is found in fewer places the rest is still there.
   */
  static List<Finding> mended(List<Finding> then, List<Finding> now, Set<String> old) {
    return only(then, now).stream()
        .filter(Finding::open)
        .filter(finding -> now.stream().noneMatch(other -> isMore(finding, other, old)))
        .sorted(ORDER)
        .toList();
  }

  /**
   * True where one finding says what another does, of at least as many things.
   *
   * @param old files that the base has: what those bring is not this change's
   */
  private static boolean isMore(Finding more, Finding less, Set<String> old) {
    return more.rule().equals(less.rule())
        && (more.path().equals(less.path()) || old.contains(less.path()))
        && !less.subjects().isEmpty()
        && more.subjects().containsAll(less.subjects());
  }

  private static List<Finding> only(List<Finding> these, List<Finding> others) {
    Set<Object> known = new HashSet<>();
    others.forEach(
        finding -> {
          known.add(key(finding));
          known.add(finding.fingerprint());
        });
    return these.stream()
        .filter(finding -> !ELSEWHERE.contains(finding.rule()))
        .filter(finding -> !PAGES.contains(finding.rule()))
        .filter(finding -> !known.contains(key(finding)))
        .filter(finding -> !known.contains(finding.fingerprint()))
        .toList();
  }

  /** What would have been found, had the team not decided otherwise: reviewers see it once. */
  static List<String> ignored(List<Finding> these, List<Finding> others) {
    return only(these, others).stream()
        .filter(finding -> !finding.ignored().isEmpty())
        .map(
            finding ->
                "ignored: %s%s (%s)"
                    .formatted(
                        finding.rule(),
                        finding.subjects().isEmpty()
                            ? finding.path().isEmpty() ? "" : " in " + finding.path()
                            : " of " + finding.subjects().get(0).display(),
                        finding.ignored()))
        .toList();
  }

  /** Notes, without those on statements of which a change tells that it breaks them. */
  static List<String> notes(List<String> notes, List<JudgedChange> changes) {
    List<String> broken =
        changes.stream()
            .flatMap(judged -> judged.evidence().broken().stream())
            .filter(each -> !each.path().isEmpty())
            .map(each -> each.path() + ":" + each.line() + " ")
            .toList();
    return notes.stream().filter(note -> broken.stream().noneMatch(note::startsWith)).toList();
  }

  /** Pages of tables that are touched; a project without any page has chosen to have none. */
  static List<Finding> pages(Chronicle chronicle, List<JudgedChange> changes) {
    if (chronicle.rationale().isEmpty()) {
      return List.of();
    }
    Set<String> touched = new HashSet<>();
    changes.forEach(judged -> touched.add(table(judged.change().subject())));
    return chronicle.findings().stream()
        .filter(finding -> PAGES.contains(finding.rule()) && finding.open())
        .filter(finding -> finding.subjects().stream().anyMatch(r -> touched.contains(table(r))))
        .toList();
  }

  private static String table(ObjectRef ref) {
    return ref.schema() + "." + ref.owner();
  }

  private static List<Object> key(Finding finding) {
    return finding.subjects().isEmpty()
        ? List.of(finding.rule(), finding.path(), finding.message())
        : List.of(finding.rule(), finding.subjects(), finding.path());
  }
}
