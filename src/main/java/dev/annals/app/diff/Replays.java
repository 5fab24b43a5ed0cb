package dev.annals.app.diff;

import dev.annals.app.Progress;
import dev.annals.extract.history.Plan;
import dev.annals.extract.replay.cache.ReplayCache;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.model.Problem;
import dev.annals.model.history.History;
import dev.annals.model.history.Migration;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.function.Consumer;

/** Replays two states, and tells whose doing it is where one does not run. */
final class Replays {

  private final ScratchServer server;
  private final ReplayCache cache;
  private final Progress progress;
  private final Sides sides;

  Replays(ScratchServer server, ReplayCache cache, Progress progress, Sides sides) {
    this.server = server;
    this.cache = cache;
    this.progress = progress;
    this.sides = sides;
  }

  /** An upgrade that stops, though a new database might not. */
  static final class UpgradeFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Finding finding;

    UpgradeFailed(Finding finding, Problem cause) {
      super(cause);
      this.finding = finding;
    }

    Finding finding() {
      return finding;
    }
  }

  /** The base alone. */
  History base() {
    return run(
        sides.basePlan().withoutUndo(), "replaying " + sides.base().point().name(), new int[1]);
  }

  /** The head in a new database. */
  History head() {
    return run(sides.anew(), "replaying " + sides.head().point().name(), new int[1]);
  }

  /**
   * One database runs the base, and then the head.
   *
   * @param known told what is known of it, before a server runs it
   * @throws UpgradeFailed if a new database gets through, and this one does not
   * @throws Problem if the base, or the head in a new database, does not run either
   */
  History upgraded(Consumer<History> known) {
    Plan plan = sides.upgrade();
    int base = sides.basePlan().migrations().size();
    int[] at = {0};
    try {
      return run(plan, "upgrading " + sides.base().point().name(), at, base, known);
    } catch (Problem e) {
      if (base > 0 && at[0] <= base) {
        throw Problem.failure(
            "the base, " + sides.base().point().name() + ", does not run: " + e.getMessage(),
            "This is not the change's doing: it was there before. " + e.advice(),
            e);
      }
      if (base > 0 && hasRepeatables(sides.basePlan()) && runsAnew()) {
        throw new UpgradeFailed(failed(plan.migrations().get(at[0] - 1).migration(), e), e);
      }
      throw e;
    }
  }

  /** What the first line of an error says, without what we were doing. */
  static String firstLine(Problem problem) {
    return problem.getMessage().replaceFirst("^replaying ", "").lines().findFirst().orElse("");
  }

  private static Finding failed(Migration failed, Problem problem) {
    return new Finding(
        "upgrade-fails",
        Severity.ERROR,
        List.of(),
        failed.script()
            + " runs in a new database and fails in one that has run the base: "
            + firstLine(problem),
        "What repeatable migrations made (views, routines) is there already when it runs:"
            + " drop it first, or change it in the same migration.",
        failed.path(),
        0,
        failed.name());
  }

  private History run(Plan plan, String what, int[] at) {
    return run(plan, what, at, plan.migrations().size(), beginning -> {});
  }

  private History run(Plan plan, String what, int[] at, int stay, Consumer<History> known) {
    return cache.history(
        server,
        plan,
        (number, all, script) -> {
          at[0] = number;
          progress.at(what, number, all, script);
        },
        stay,
        known);
  }

  private static boolean hasRepeatables(Plan plan) {
    return Sides.migrations(plan).stream().anyMatch(each -> each.version().isEmpty());
  }

  private boolean runsAnew() {
    try {
      run(sides.headPlan().withoutUndo(), "as a new database", new int[1]);
      return true;
    } catch (Problem e) {
      return false;
    }
  }
}
