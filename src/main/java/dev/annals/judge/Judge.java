package dev.annals.judge;

import dev.annals.judge.diff.Lineage;
import dev.annals.judge.finding.FindingCatalogue;
import dev.annals.judge.finding.Story;
import dev.annals.judge.rules.RuleCatalogue;
import dev.annals.judge.rules.VerdictRule;
import dev.annals.model.change.Bump;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.history.Cut;
import dev.annals.model.history.History;
import dev.annals.model.history.Step;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Environment;
import dev.annals.model.story.Finding;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Project;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Release;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the judged story of a history. */
public final class Judge {

  private final Verdicts verdicts;
  private final JudgeSettings settings;

  private Judge(List<VerdictRule> rules, JudgeSettings settings) {
    this.verdicts = new Verdicts(rules);
    this.settings = settings;
  }

  /**
   * Judges a history by the rules of the catalogue.
   *
   * @param database the database's name
   * @param cuts the team's releases, oldest first; without any, each migration is one
   * @param extraFindings what was found before the judging, such as pages that cannot be read
   */
  public static Chronicle judge(
      Project project,
      String database,
      History history,
      List<Cut> cuts,
      List<Rationale> rationale,
      List<Environment> environments,
      List<Finding> extraFindings,
      JudgeSettings settings) {
    Judge judge = new Judge(RuleCatalogue.rules(), settings);
    Lineage lineage = Lineage.of(history);
    List<JudgedStep> steps = judge.steps(history, lineage);
    List<Release> releases = new ReleaseMaker(lineage, steps, judge.verdicts, settings).make(cuts);
    List<Lifeline> lifelines = lineage.lifelines();
    List<Rationale> pages =
        rationale.stream().sorted(Comparator.comparing(Rationale::path)).toList();
    Story story = new Story(project, history.last().schema(), steps, releases, lifelines, pages);
    return new Chronicle(
        project,
        database,
        history.engine(),
        history.initial(),
        steps,
        history.undo(),
        releases,
        settings.initial(),
        lifelines,
        pages,
        FindingCatalogue.find(story, extraFindings),
        environments,
        history.notes());
  }

  private List<JudgedStep> steps(History history, Lineage lineage) {
    List<JudgedStep> judged = new ArrayList<>(history.steps().size());
    SemanticVersion version = settings.initial();
    for (int i = 0; i < history.steps().size(); i++) {
      Step step = history.steps().get(i);
      List<JudgedChange> changes =
          verdicts.judge(
              history.before(i).schema(),
              step.after().schema(),
              lineage.changes(i),
              step.observation());
      // The initial version is that of the first schema, however much it took to make it.
      Bump bump = i == 0 ? Bump.NONE : bump(changes);
      version = version.next(bump);
      judged.add(new JudgedStep(step, changes, bump, version));
    }
    return judged;
  }

  private Bump bump(List<JudgedChange> changes) {
    return changes.stream()
        .map(change -> settings.bump(change.verdict().level()))
        .reduce(Bump.NONE, Bump::or);
  }
}
