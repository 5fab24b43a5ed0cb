package dev.annals.app;

import dev.annals.judge.Judge;
import dev.annals.judge.JudgeSettings;
import dev.annals.judge.JudgedBefore;
import dev.annals.model.history.Cut;
import dev.annals.model.history.History;
import java.util.List;
import java.util.Optional;

/**
 * Judges the beginning of a history that is known already, while a server is busy with the rest.
 */
final class EarlyJudge {

  private final JudgeSettings settings;
  private final KeptBeginnings kept;
  private Optional<Aside<Judge>> begun = Optional.empty();

  /**
   * Judges nothing yet.
   *
   * @param kept what former runs have judged by these settings
   */
  EarlyJudge(JudgeSettings settings, KeptBeginnings kept) {
    this.settings = settings;
    this.kept = kept;
  }

  /** Begins with what is known. */
  void begin(History known) {
    if (!known.steps().isEmpty()) {
      begun =
          Optional.of(
              Aside.begin(
                  "annals-judge",
                  () -> kept.judge(known).orElseGet(() -> Judge.begin(known, settings))));
    }
  }

  /**
   * The judge of the whole history; of all of it anew where it does not begin as was known.
   *
   * @param cuts the team's releases, oldest first
   * @param known what is known of them
   */
  Judge of(History history, List<Cut> cuts, JudgedBefore known) {
    return begun
        .map(Aside::result)
        .or(() -> kept.judge(history))
        .map(beginning -> beginning.onwards(history, cuts, known))
        .orElseGet(() -> Judge.of(history, cuts, settings, known));
  }
}
