package dev.annals.app;

import dev.annals.judge.Judge;
import dev.annals.judge.JudgeSettings;
import dev.annals.judge.JudgedBeginning;
import dev.annals.kept.Edition;
import dev.annals.kept.Key;
import dev.annals.kept.Store;
import dev.annals.model.history.History;
import dev.annals.packed.Packed;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Beginnings of a history as they were judged, kept from one run to the next. To judge a few steps
 * anew takes less than to write the whole beginning down, so not every run keeps one.
 */
final class KeptBeginnings {

  /** So many steps are judged anew each time before a longer beginning is kept. */
  private static final int FEW = 8;

  private final Optional<Store> store;
  private final JudgeSettings settings;
  private final String frame;
  private final IntFunction<Optional<String>> chain;
  private Aside<Optional<Found>> nearest = Aside.of(Optional.empty());
  private int taken;

  /**
   * One that is kept.
   *
   * @param key under which
   * @param steps of how many
   */
  private record Found(Key key, int steps, JudgedBeginning beginning) {}

  /**
   * Those of a history.
   *
   * @param store empty where nothing may be kept
   * @param settings what the team thinks of rules
   * @param chain tells, for a number of steps, a text that differs where so many of the history's
   *     first do; empty where that is not known
   */
  KeptBeginnings(
      Optional<Store> store, JudgeSettings settings, IntFunction<Optional<String>> chain) {
    this.store = store;
    this.settings = settings;
    this.frame =
        Key.of("beginning", Edition.current()).hex() + Key.of(Packed.write(settings)).hex();
    this.chain = chain;
  }

  /** Begins to read the longest one of no more than so many steps, beside other work. */
  void look(int steps) {
    nearest = Aside.begin("annals-beginning", () -> nearest(steps));
  }

  private Optional<Found> nearest(int most) {
    for (int steps = most; steps > 0; steps--) {
      Optional<Key> key = key(steps);
      if (store.isEmpty() || key.isEmpty()) {
        break;
      }
      if (store.get().has(key.get())) {
        Optional<JudgedBeginning> kept = Packed.read(store.get(), key.get(), JudgedBeginning.class);
        if (kept.isPresent()) {
          return Optional.of(new Found(key.get(), steps, kept.get()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Key> key(int steps) {
    return chain.apply(steps).map(each -> Key.of(frame, each));
  }

  /** The judge of a history of which a beginning is kept. */
  Optional<Judge> judge(History history) {
    int steps = history.steps().size();
    Optional<Found> found = nearest.result();
    if (found.isPresent() && found.get().steps() > steps) {
      found = nearest(steps);
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Optional<Judge> judge = Judge.begin(history, settings, found.get().beginning());
    if (judge.isPresent()) {
      taken = found.get().steps();
    } else {
      Key key = found.get().key();
      store.ifPresent(each -> each.drop(key));
    }
    return judge;
  }

  /**
   * Keeps all of a judge's history as the beginning of longer ones, beside other work, where it is
   * worth it.
   *
   * @return how many steps are kept now
   */
  Aside<Integer> keep(Judge judge) {
    int steps = judge.verdicts().size();
    Optional<Key> key = store.isPresent() && steps - taken > FEW ? key(steps) : Optional.empty();
    if (key.isEmpty()) {
      return Aside.of(taken);
    }
    return Aside.begin(
        "annals-beginning",
        () -> {
          store.get().put(key.get(), Packed.write(judge.beginning()));
          return steps;
        });
  }
}
