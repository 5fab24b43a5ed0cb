package dev.annals.render.notes;

import dev.annals.model.change.Lock;
import dev.annals.model.change.Work;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.JudgedStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an upgrade makes wait, and what it does to rows: one line a table. */
final class UpgradeNotes {

  private final Map<ObjectRef, Lock> locks = new TreeMap<>();
  private final Map<ObjectRef, Set<Work>> work = new TreeMap<>();
  private boolean concurrent;

  UpgradeNotes(List<JudgedStep> steps, Set<ObjectRef> old) {
    for (JudgedStep step : steps) {
      var seen = step.step().observation();
      seen.locks().forEach((table, lock) -> locks.merge(table, lock, Lock::or));
      seen.work()
          .forEach((table, what) -> work.computeIfAbsent(table, t -> new TreeSet<>()).addAll(what));
      concurrent |= !seen.transactional();
    }
    locks.keySet().removeIf(table -> !Former.holds(old, table));
    work.keySet().removeIf(table -> !Former.holds(old, table));
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    Set<ObjectRef> tables = new TreeSet<>(locks.keySet());
    tables.addAll(work.keySet());
    Map<String, List<String>> alike = new LinkedHashMap<>();
    for (ObjectRef table : tables) {
      Lock lock = locks.getOrDefault(table, Lock.NONE);
      Set<Work> what = work.getOrDefault(table, Set.of());
      if (lock.blocksWriters() || !what.isEmpty()) {
        alike
            .computeIfAbsent(effect(lock, what), key -> new ArrayList<>())
            .add(Markdown.code(table.display()));
      }
    }
    alike.forEach((effect, names) -> lines.add(String.join(", ", names) + ": " + effect));
    if (!lines.isEmpty()) {
      lines.add(
          "Set "
              + Markdown.code("lock_timeout")
              + " before you run it: a lock that waits makes"
              + " everybody behind it wait, too.");
    }
    if (concurrent) {
      lines.add("A part runs outside of a transaction: if it fails, it is not undone by itself.");
    }
    return lines;
  }

  private static String effect(Lock lock, Set<Work> what) {
    String work = what.stream().map(Work::label).collect(Collectors.joining(", "));
    String waits = lock.blocksWriters() ? lock.label() + " lock, " + lock.blocks() + " wait" : "";
    return waits.isEmpty()
        ? work + ", while readers and writers go on"
        : waits + (work.isEmpty() ? "" : "; " + work);
  }
}
