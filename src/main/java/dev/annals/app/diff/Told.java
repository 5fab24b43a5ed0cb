package dev.annals.app.diff;

import dev.annals.extract.rationale.RationaleReader;
import dev.annals.extract.rationale.RationaleReading;
import dev.annals.judge.Judge;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Project;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The stories of two states, and which findings only one of them has. */
final class Told {

  /** Told better by what became of the files. */
  private static final Set<String> ELSEWHERE = Set.of("edited-migration", "under-versioned");

  /** Told of the tables that are touched, whether or not they are new. */
  static final Set<String> PAGES = Set.of("missing-page", "stale-page");

  private Told() {}

  /** The story of a state, of the history that it was judged by. */
  static Chronicle chronicle(Judge judge, State state) {
    String folder = state.config().databases().get(0).rationale();
    RationaleReading rationale = RationaleReader.read(state.folder(), folder, paths -> Map.of());
    return judge.chronicle(
        new Project(state.config().title(), state.config().url(), state.config().edit(), folder),
        state.config().databases().get(0).name(),
        rationale.pages(),
        List.of(),
        rationale.findings());
  }

  /** What is found in one list and not in the other, whatever the words. */
  static List<Finding> only(List<Finding> these, List<Finding> others) {
    Set<List<Object>> known = new HashSet<>();
    others.forEach(finding -> known.add(key(finding)));
    return these.stream()
        .filter(finding -> !ELSEWHERE.contains(finding.rule()))
        .filter(finding -> !PAGES.contains(finding.rule()))
        .filter(finding -> !known.contains(key(finding)))
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

  private static List<Object> key(Finding finding) {
    return finding.subjects().isEmpty()
        ? List.of(finding.rule(), finding.path(), finding.message())
        : List.of(finding.rule(), finding.subjects(), finding.path());
  }
}
