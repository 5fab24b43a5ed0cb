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
  private Optional<Aside<Judge>> begun = Optional.empty();

  EarlyJudge(JudgeSettings settings) {
    this.settings = settings;
  }

  /** Begins with what is known. */
  void begin(History known) {
    if (!known.steps().isEmpty()) {
      begun = Optional.of(Aside.begin("annals-judge", () -> Judge.begin(known, settings)));
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
        .map(beginning -> beginning.result().onwards(history, cuts, known))
        .orElseGet(() -> Judge.of(history, cuts, settings, known));
  }
}
