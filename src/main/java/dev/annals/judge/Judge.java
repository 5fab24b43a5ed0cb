package dev.annals.judge;

import dev.annals.judge.design.DesignJudge;
import dev.annals.judge.diff.Lineage;
import dev.annals.judge.finding.PageDeprecations;
import dev.annals.judge.reverse.WaysBack;
import dev.annals.judge.rules.Route;
import dev.annals.judge.rules.RuleCatalogue;
import dev.annals.judge.rules.VerdictRule;
import dev.annals.judge.safety.Journey;
import dev.annals.judge.safety.SafetyJudge;
import dev.annals.judge.succession.Retold;
import dev.annals.judge.succession.Successions;
import dev.annals.judge.succession.Trail;
import dev.annals.judge.witness.Examination;
import dev.annals.model.change.Bump;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.history.Cut;
import dev.annals.model.history.History;
import dev.annals.model.history.Step;
import dev.annals.model.schema.Deprecation;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Environment;
import dev.annals.model.story.Finding;
import dev.annals.model.story.JudgedPast;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Project;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Release;
import dev.annals.model.story.Succession;
import dev.annals.model.story.WayBack;
import dev.annals.model.witness.OwnStatement;
import dev.annals.model.witness.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Makes the judged story of a history. */
public final class Judge {

  private final Verdicts verdicts;
  private final JudgeSettings settings;
  private final History history;
  private final Lineage lineage;
  private Beginning beginning;
  private final List<JudgedStep> unheard;
  private List<JudgedStep> steps;
  private List<Release> releases;
  private final List<String> notes;
  private JudgedPast past;
  private boolean limited;
  private List<Cut> named = List.of();

  private Judge(
      List<VerdictRule> rules,
      History history,
      Lineage lineage,
      Beginning beginning,
      List<Cut> cuts,
      JudgeSettings settings,
      JudgedBefore known) {
    this.verdicts = new Verdicts(rules, settings);
    this.settings = settings;
    this.history = history;
    this.lineage = lineage;
    this.beginning = beginning;
    this.notes = new ArrayList<>(history.notes());
    this.unheard = judged(beginning.steps());
    this.steps = unheard;
    this.releases = new ReleaseMaker(lineage, steps, verdicts, settings, known).make(cuts);
  }

  /**
   * Judges a history by the rules of the catalogue.
   *
   * @param cuts the team's releases, oldest first; without any, each migration is one
   */
  public static Judge of(History history, List<Cut> cuts, JudgeSettings settings) {
    return of(history, cuts, settings, JudgedBefore.NOTHING);
  }

  /** The same, where something may be known of the releases. */
  public static Judge of(
      History history, List<Cut> cuts, JudgeSettings settings, JudgedBefore known) {
    return new Judge(
        RuleCatalogue.rules(),
        history,
        Lineage.of(history),
        Beginning.ofSteps(List.of()),
        cuts,
        settings,
        known);
  }

  /**
   * Judges a history of which a beginning was judged before: what its steps do is known already.
   *
   * @param known the judged beginning, as {@link #verdicts} told it
   * @param cuts the team's releases, oldest first; without any, each migration is one
   * @param settings those that the beginning was judged by
   */
  public static Judge onwards(
      History history, List<JudgedStep> known, List<Cut> cuts, JudgeSettings settings) {
    return new Judge(
        RuleCatalogue.rules(),
        history,
        Lineage.of(history),
        Beginning.ofSteps(known),
        cuts,
        settings,
        JudgedBefore.NOTHING);
  }

  /**
   * Judges the beginning of a history, the rest of which is not known yet, and all else that the
   * rest has no part in.
   */
  public static Judge begin(History history, JudgeSettings settings) {
    return begin(history, Lineage.of(history), Beginning.ofSteps(List.of()), settings);
  }

  /**
   * The same, where a former run has kept what it knew of the first steps.
   *
   * @param settings those that they were judged by
   * @return empty where what was kept is the beginning of another history
   */
  public static Optional<Judge> begin(
      History history, JudgeSettings settings, JudgedBeginning kept) {
    return Lineage.of(history, kept.lineage(), kept.changes())
        .map(lineage -> begin(history, lineage, kept.of(history), settings));
  }

  private static Judge begin(
      History history, Lineage lineage, Beginning beginning, JudgeSettings settings) {
    Judge judge =
        new Judge(
            RuleCatalogue.rules(),
            history,
            lineage,
            beginning,
            List.of(),
            settings,
            JudgedBefore.NOTHING);
    judge.beginning = judge.soFar();
    return judge;
  }

  /** All that is known of these steps, whatever follows them. */
  private Beginning soFar() {
    return new Beginning(
        unheard,
        new WaysBack(history, lineage, beginning.waysBack()).of(unheard),
        beginning.trail().onwards(unheard),
        new Examination(history, unheard, List.of(), List.of(), 0, beginning.probes()).probes());
  }

  /** What of this is true of every history that begins so, to be kept for another run. */
  public JudgedBeginning beginning() {
    return JudgedBeginning.of(soFar(), lineage);
  }

  /**
   * Goes on with the history that this beginning turned out to have; this one is not to be asked
   * any more.
   *
   * @param longer where it does not begin as this one, all of it is judged
   * @param cuts the team's releases, oldest first; without any, each migration is one
   */
  public Judge onwards(History longer, List<Cut> cuts) {
    return onwards(longer, cuts, JudgedBefore.NOTHING);
  }

  /** The same, where something may be known of the releases. */
  public Judge onwards(History longer, List<Cut> cuts, JudgedBefore known) {
    return longer.beginsAs(history)
        ? new Judge(
            RuleCatalogue.rules(),
            longer,
            lineage.onwards(longer),
            beginning,
            cuts,
            settings,
            known)
        : of(longer, cuts, settings, known);
  }

  /** The steps as they are judged before a server was asked for witnesses. */
  public List<JudgedStep> verdicts() {
    return unheard;
  }

  /** Judges a history and tells its story, without asking a server for witnesses. */
  public static Chronicle judge(
      Project project,
      String database,
      History history,
      List<Cut> cuts,
      List<Rationale> rationale,
      List<Environment> environments,
      List<Finding> extraFindings,
      JudgeSettings settings) {
    return of(history, cuts, settings)
        .chronicle(project, database, rationale, environments, extraFindings);
  }

  /** What to ask a server about this history. */
  public Examination examination(List<OwnStatement> own) {
    return examination(own, 0);
  }

  /**
   * What to ask a server about the end of this history.
   *
   * @param own statements of the project's own
   * @param first index of the first step that is asked about
   */
  public Examination examination(List<OwnStatement> own, int first) {
    List<Trial> known = first == 0 ? beginning.probes() : List.of();
    return new Examination(history, steps, releases, own, first, known);
  }

  /**
   * What happens before the first statement of a migration.
   *
   * @param session what every session that migrates begins with: Flyway's {@code initSql}, say
   * @param earlier what another session ran before: of that only lasting settings count
   */
  public void sessionsBeginWith(String session, String earlier) {
    limited = Journey.isLimited(session, earlier);
    past = null;
  }

  /**
   * Releases that give moments their names, where others than those of the story do: a range has
   * but its ends.
   *
   * @param cuts oldest first
   */
  public void momentsAreNamedBy(List<Cut> cuts) {
    named = List.copyOf(cuts);
    past = null;
  }

  /** Adds to what a reader should know about how the history was read. */
  public void note(List<String> more) {
    notes.addAll(more);
    past = null;
  }

  /** Takes into the verdicts what a server has said. */
  public void hear(Examination.Findings found) {
    steps = found.steps();
    releases = found.releases();
    past = null;
    note(found.notes());
  }

  /**
   * The judged story.
   *
   * @param database the database's name
   * @param extraFindings what was found before the judging, such as pages that cannot be read
   */
  public Chronicle chronicle(
      Project project,
      String database,
      List<Rationale> rationale,
      List<Environment> environments,
      List<Finding> extraFindings) {
    Telling telling = new Telling(project, database, rationale, environments, extraFindings);
    return telling.of(past(telling.rationale()), settings);
  }

  /**
   * What the pages have no part in, but for the deprecations that they announce. Told once: a page
   * that is edited has it told again only where it announces something else.
   *
   * @param pages sorted by their paths
   */
  public JudgedPast past(List<Rationale> pages) {
    List<Deprecation> announced = PageDeprecations.of(pages, history.last().schema());
    if (past == null || !past.announced().equals(announced)) {
      List<Lifeline> lifelines = lineage.lifelines();
      List<WayBack> waysBack = new WaysBack(history, lineage, beginning.waysBack()).of(steps);
      Trail trail = beginning.trail().onwards(steps);
      List<Succession> successions = Successions.of(steps, trail, lifelines, announced);
      Retold retold = new Retold(steps, releases, named, successions, announced);
      List<JudgedStep> told = retold.steps();
      List<Release> cuts = retold.releases();
      CompletableFuture<List<Finding>> unsafe =
          CompletableFuture.supplyAsync(
              () ->
                  new SafetyJudge(settings.design(), cuts)
                      .find(new Journey(history, told, cuts, lifelines, waysBack, limited)));
      List<Finding> found =
          new ArrayList<>(
              new DesignJudge(settings.design(), told, cuts, lifelines)
                  .find(history.last().schema()));
      found.addAll(unsafe.join());
      past =
          new JudgedPast(
              history.engine(),
              history.initial(),
              told,
              history.undo(),
              cuts,
              lifelines,
              waysBack,
              successions,
              announced,
              found,
              notes);
    }
    return past;
  }

  private List<JudgedStep> judged(List<JudgedStep> known) {
    List<JudgedStep> judged = new ArrayList<>(known);
    SemanticVersion version =
        known.isEmpty() ? settings.initial() : known.get(known.size() - 1).version();
    List<List<JudgedChange>> each =
        IntStream.range(known.size(), history.steps().size())
            .parallel()
            .mapToObj(this::changes)
            .toList();
    for (List<JudgedChange> changes : each) {
      int i = judged.size();
      // The initial version is that of the first schema, however much it took to make it.
      Bump bump = i == 0 ? Bump.NONE : bump(changes, version);
      version = version.next(bump);
      judged.add(new JudgedStep(history.steps().get(i), changes, bump, version));
    }
    return judged;
  }

  private List<JudgedChange> changes(int i) {
    Step step = history.steps().get(i);
    return verdicts.judge(
        history.before(i).schema(),
        step.after().schema(),
        lineage.changes(i),
        step.observation(),
        Route.of(List.of(step)));
  }

  private Bump bump(List<JudgedChange> changes, SemanticVersion version) {
    return changes.stream()
        .map(change -> settings.bump(change.verdict().level(), version))
        .reduce(Bump.NONE, Bump::or);
  }
}
