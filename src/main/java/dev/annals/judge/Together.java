package dev.annals.judge;

import dev.annals.model.change.Lock;
import dev.annals.model.change.Work;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.story.JudgedStep;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What several migrations were seen to do, one after another: the net effect of a release cannot
 * know it. Only relations that were there before the first of them count.
 */
final class Together {

  private Together() {}

  static Observation of(List<JudgedStep> steps, Schema before) {
    if (steps.isEmpty()) {
      return Observation.NOTHING;
    }
    SortedMap<ObjectRef, Lock> locks = new TreeMap<>();
    SortedMap<ObjectRef, Set<Work>> work = new TreeMap<>();
    long micros = 0;
    boolean transactional = true;
    for (JudgedStep step : steps) {
      Observation seen = step.step().observation();
      micros += seen.micros();
      transactional &= seen.transactional();
      seen.locks()
          .forEach(
              (table, lock) -> {
                if (before.find(table).isPresent()) {
                  locks.merge(table, lock, Lock::or);
                }
              });
      seen.work()
          .forEach(
              (table, what) -> {
                if (before.find(table).isPresent()) {
                  work.computeIfAbsent(table, ref -> new TreeSet<>()).addAll(what);
                }
              });
    }
    return new Observation(micros, locks, work, List.of(), List.of(), transactional);
  }
}
