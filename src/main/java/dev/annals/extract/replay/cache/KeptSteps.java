package dev.annals.extract.replay.cache;

import dev.annals.extract.history.Plan;
import dev.annals.extract.history.PlannedMigration;
import dev.annals.extract.replay.Known;
import dev.annals.extract.replay.Replayed;
import dev.annals.kept.Key;
import dev.annals.kept.Store;
import dev.annals.model.history.History;
import dev.annals.model.history.Observation;
import dev.annals.model.history.Step;
import dev.annals.model.history.UndoRun;
import dev.annals.model.schema.Snapshot;
import dev.annals.packed.Packed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of one plan in the store: each by what it changed. */
final class KeptSteps {

  private final Store store;
  private final Chain chain;
  private final Plan plan;
  private final Map<Integer, PlannedMigration> scripts;

  KeptSteps(Store store, Chain chain, Plan plan) {
    this.store = store;
    this.chain = chain;
    this.plan = plan;
    this.scripts = plan.undoBySteps();
  }

  /** Whether there seems to be all of the plan; only who reads it knows. */
  boolean isWhole() {
    return store.has(chain.after(plan.migrations().size()));
  }

  /** The plan's beginning, as far as all of it is kept. */
  Known known() {
    Structure structure = new Structure();
    List<Step> steps = new ArrayList<>();
    List<UndoRun> undone = new ArrayList<>();
    List<List<String>> notes = new ArrayList<>();
    Optional<StepChange> first = Packed.read(store, chain.initial(), StepChange.class);
    if (first.isEmpty()) {
      return Known.NOTHING;
    }
    Snapshot initial = structure.after(first.get());
    for (int i = 0; i < plan.migrations().size(); i++) {
      Optional<StepChange> change = Packed.read(store, chain.after(i + 1), StepChange.class);
      if (change.isEmpty()) {
        break;
      }
      long highest = structure.highest();
      Snapshot after = structure.after(change.get());
      if (scripts.containsKey(i)) {
        Optional<UndoRun> run = undone(i, scripts.get(i), after);
        if (run.isEmpty()) {
          return known(initial, steps, highest, undone, notes);
        }
        undone.add(run.get());
      }
      notes.add(change.get().notes());
      steps.add(new Step(plan.migrations().get(i).migration(), after, change.get().observation()));
    }
    return known(initial, steps, structure.highest(), undone, notes);
  }

  private static Known known(
      Snapshot initial,
      List<Step> steps,
      long highest,
      List<UndoRun> undone,
      List<List<String>> notes) {
    return steps.isEmpty() ? Known.NOTHING : new Known(initial, steps, highest, undone, notes);
  }

  private Optional<UndoRun> undone(int step, PlannedMigration script, Snapshot after) {
    Key key = undoKey(step, script);
    try {
      return Packed.read(store, key, KeptUndo.Outcome.class)
          .map(document -> KeptUndo.run(step, script.migration(), after, document));
    } catch (IllegalArgumentException e) {
      store.drop(key);
      return Optional.empty();
    }
  }

  private Key undoKey(int step, PlannedMigration script) {
    return Chain.after(Key.of("undo", chain.after(step + 1).hex()), script);
  }

  /** Keeps what was recorded. */
  void keep(Replayed replayed) {
    int known = replayed.first();
    History history = replayed.history();
    Snapshot before = history.initial();
    if (known == 0) {
      write(
          chain.initial(), Structure.step(Snapshot.EMPTY, before, Observation.NOTHING, List.of()));
    }
    for (int i = 0; i < history.steps().size(); i++) {
      Step step = history.steps().get(i);
      if (i >= known) {
        write(
            chain.after(i + 1),
            Structure.step(before, step.after(), step.observation(), replayed.notes().get(i)));
      }
      before = step.after();
    }
    keepUndone(history, known);
  }

  private void keepUndone(History history, int known) {
    for (UndoRun run : history.undone()) {
      int step = run.step();
      if (step >= known) {
        Snapshot after = history.steps().get(step).after();
        write(undoKey(step, scripts.get(step)), KeptUndo.of(run, after));
      }
    }
  }

  private void write(Key key, Record kept) {
    store.put(key, Packed.write(kept));
  }
}
