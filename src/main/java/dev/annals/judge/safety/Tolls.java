package dev.annals.judge.safety;

import dev.annals.model.schema.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tolls that one statement takes, as one.
 *
 * @param tables the tables, sorted
 * @param changes what is changed, in words, sorted
 * @param subjects the changes' subjects, then the tables
 * @param line the statement's line; 0 where it cannot be told
 */
record Tolls(List<String> tables, List<String> changes, List<ObjectRef> subjects, int line) {

  /** Tolls of a migration, statement by statement. */
  static Stream<Tolls> of(Passage passage, Predicate<Toll> wanted) {
    return of(passage, passage.tolls().stream().filter(wanted));
  }

  /** These tolls of a migration, statement by statement. */
  static Stream<Tolls> of(Passage passage, Stream<Toll> tolls) {
    SortedMap<String, List<Toll>> groups = new TreeMap<>();
    for (Toll toll : tolls.toList()) {
      String key =
          toll.line() == 0
              ? "table " + toll.table()
              : "line %09d".formatted(start(passage, toll.line()));
      groups.computeIfAbsent(key, each -> new ArrayList<>()).add(toll);
    }
    return groups.entrySet().stream().map(Map.Entry::getValue).map(Tolls::of);
  }

  private static int start(Passage passage, int line) {
    return passage.script().at(line).map(each -> each.first()).orElse(line);
  }

  private static Tolls of(List<Toll> group) {
    TreeSet<String> tables = new TreeSet<>();
    TreeSet<String> changes = new TreeSet<>();
    List<ObjectRef> subjects = new ArrayList<>();
    for (Toll toll : group) {
      tables.add(toll.table().display());
      changes.add(toll.judged().verdict().summary());
      subjects.add(toll.subject());
    }
    group.forEach(toll -> subjects.add(toll.table()));
    int line = group.stream().mapToInt(Toll::line).min().orElse(0);
    return new Tolls(
        List.copyOf(tables), List.copyOf(changes), subjects.stream().distinct().toList(), line);
  }

  /** The danger that they are, at their line. */
  Hazard hazard(String what, String why, String instead) {
    return new Hazard(subjects, what, why, instead, line);
  }

  /** The tables, in words. */
  String on() {
    return Phrases.few(tables);
  }

  /** What is changed, in words. */
  String what() {
    return changes.size() == 1
        ? changes.get(0)
        : changes.get(0) + ", and " + (changes.size() - 1) + " more";
  }
}
