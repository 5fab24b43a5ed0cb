package dev.annals.app;

import dev.annals.judge.JudgeSettings;
import dev.annals.judge.JudgedBefore;
import dev.annals.kept.Edition;
import dev.annals.kept.Key;
import dev.annals.kept.Store;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Cut;
import dev.annals.model.history.History;
import dev.annals.packed.Packed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * What releases brought, kept from one run to the next: each under a key of the history up to its
 * end, of its own schema and that of the release before it, and of what the team thinks of rules.
 */
final class KeptReleases implements JudgedBefore {

  private final Store store;
  private final List<String> frame;
  private final History history;
  private final IntFunction<Optional<String>> beginning;

  /**
   * What is kept.
   *
   * @param changes with their verdicts
   */
  private record Kept(List<JudgedChange> changes) {}

  /**
   * Where they are kept.
   *
   * @param tags a text that differs where another schema may be what the files of a tag give
   * @param history of which they are releases
   * @param beginning tells, for a number of steps, a text that differs where so many of the
   *     history's first do; empty where that is not known
   */
  KeptReleases(
      Store store,
      JudgeSettings settings,
      String tags,
      History history,
      IntFunction<Optional<String>> beginning) {
    this.store = store;
    this.frame = List.of("release", Edition.current(), Key.of(Packed.write(settings)).hex(), tags);
    this.history = history;
    this.beginning = beginning;
  }

  @Override
  public List<JudgedChange> changes(
      Optional<Cut> before,
      List<Integer> held,
      Cut cut,
      int step,
      Supplier<List<JudgedChange>> maker) {
    Optional<Key> key = key(before, held, cut, step);
    Optional<Kept> known = key.flatMap(each -> Packed.read(store, each, Kept.class));
    if (known.isPresent()) {
      return known.get().changes();
    }
    List<JudgedChange> changes = maker.get();
    key.ifPresent(each -> store.put(each, Packed.write(new Kept(changes))));
    return changes;
  }

  private Optional<Key> key(Optional<Cut> before, List<Integer> held, Cut cut, int step) {
    int last = Math.max(cut.through(), before.map(Cut::through).orElse(-1));
    Optional<String> steps = beginning.apply(last + 1);
    Optional<String> then = before.isEmpty() ? Optional.of("nothing") : moment(before.get());
    Optional<String> now = moment(cut);
    if (steps.isEmpty() || then.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>(frame);
    parts.addAll(
        List.of(steps.get(), held.toString(), then.get(), now.get(), String.valueOf(step)));
    return Optional.of(Key.of(parts.toArray(String[]::new)));
  }

  /** Which schema a cut has: that of a step, or what the files of a commit give. */
  @SuppressWarnings("ReferenceEquality") // an equal schema may have other identities
  private Optional<String> moment(Cut cut) {
    boolean step = cut.through() >= 0 && history.steps().get(cut.through()).after() == cut.schema();
    if (step) {
      return Optional.of("step " + cut.through());
    }
    return cut.commit().equals(Commit.UNKNOWN)
        ? Optional.empty()
        : Optional.of("commit " + cut.commit().id() + " about step " + cut.through());
  }
}
