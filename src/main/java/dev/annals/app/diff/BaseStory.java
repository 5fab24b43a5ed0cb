package dev.annals.app.diff;

import dev.annals.app.Aside;
import dev.annals.judge.Judge;
import dev.annals.judge.JudgeSettings;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.history.Cut;
import dev.annals.model.history.History;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Finding;
import dev.annals.model.story.JudgedStep;
import java.util.List;
import java.util.Optional;

/**
 * The story of the base. Where it is known what the base gives, it is told while the server is busy
 * to get there.
 */
final class BaseStory implements AutoCloseable {

  private final Sides sides;
  private final Optional<KeptBase> kept;
  private History begun;
  private Aside<Judged> told;

  /** The story of the base of two states, which may be kept. */
  BaseStory(Sides sides, Optional<KeptBase> kept) {
    this.sides = sides;
    this.kept = kept;
  }

  /**
   * The base, judged.
   *
   * @param history what was judged
   * @param steps its steps
   * @param findings what was found in it
   * @param version of its schema
   */
  record Judged(
      History history, List<JudgedStep> steps, List<Finding> findings, SemanticVersion version) {

    /** Judges a history that may go on from here. */
    Judge onwards(History longer, List<Cut> cuts, boolean alike, JudgeSettings settings) {
      return Judge.onwards(
          longer, alike && longer.beginsAs(history) ? steps : List.of(), cuts, settings);
    }
  }

  /** Begins, where this much of a history is all of the base. */
  void begin(History known) {
    int base = sides.basePlan().migrations().size();
    if (base > 0 && known.steps().size() >= base) {
      History then = Previews.until(known, base);
      begun = then;
      told = Aside.begin("annals-base", () -> tell(then));
    }
  }

  /** The story of the base, whose history has at least one step. */
  Judged of(History then) {
    if (begun == null || !then.beginsAs(begun) || then.steps().size() != begun.steps().size()) {
      return tell(then);
    }
    return told.result();
  }

  private Judged tell(History then) {
    return kept.flatMap(known -> known.read(then)).orElseGet(() -> anew(then));
  }

  private Judged anew(History then) {
    Cut cut = Previews.cut(sides.base().point(), then.steps().size() - 1, then.last());
    Judge judge = Judge.of(then, List.of(cut), sides.base().config().semver());
    judge.sessionsBeginWith(
        sides.basePlan().sessionSql(), sides.basePlan().callbacks().earlierSql());
    Chronicle chronicle = Told.chronicle(judge, sides.base(), List.of(), List.of());
    Judged judged = new Judged(then, judge.verdicts(), chronicle.findings(), chronicle.version());
    kept.ifPresent(place -> place.keep(judged));
    return judged;
  }

  /** Waits for what was begun: it reads files that will not be there for long. */
  @Override
  public void close() {
    if (told != null) {
      told.await();
    }
  }
}
