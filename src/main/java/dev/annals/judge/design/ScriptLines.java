package dev.annals.judge.design;

import dev.annals.model.history.Observation;
import dev.annals.model.history.Step;
import dev.annals.model.schema.ObjectRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The lines of one migration, and which of them begin a statement about what. */
final class ScriptLines {

  private final List<String> lines;
  private final TreeSet<Integer> starts = new TreeSet<>();

  /** By what they touched: the lines of statements, by the statements' order. */
  private final Map<ObjectRef, TreeMap<Integer, Integer>> makers = new HashMap<>();

  private final Map<String, TreeMap<Integer, Integer>> owners = new HashMap<>();

  private ScriptLines(List<String> lines) {
    this.lines = lines;
  }

  static ScriptLines of(Step step) {
    ScriptLines script = new ScriptLines(step.migration().sql().lines().toList());
    List<Observation.Statement> statements = step.observation().statements();
    for (int i = 0; i < statements.size(); i++) {
      script.take(i, statements.get(i));
    }
    return script;
  }

  private void take(int order, Observation.Statement statement) {
    int line = statement.line();
    boolean makes = statement.tag().startsWith("CREATE") || statement.tag().startsWith("ALTER");
    starts.add(line);
    for (ObjectRef ref : statement.touched()) {
      if (makes) {
        makers.computeIfAbsent(ref, key -> new TreeMap<>()).put(order, line);
      }
      if (ref.parent().isEmpty()) {
        owners.computeIfAbsent(owner(ref), key -> new TreeMap<>()).put(order, line);
      }
    }
  }

  private static String owner(ObjectRef ref) {
    return ref.schema() + "\0" + ref.owner();
  }

  /** The lines of statements that made or altered what bears one of these names, in their order. */
  List<Integer> making(Collection<ObjectRef> names) {
    TreeMap<Integer, Integer> all = new TreeMap<>();
    names.forEach(ref -> all.putAll(makers.getOrDefault(ref, new TreeMap<>())));
    return List.copyOf(all.values());
  }

  /** The lines of statements about what these belong to, in their order, each once. */
  List<Integer> around(Collection<ObjectRef> names) {
    TreeMap<Integer, Integer> all = new TreeMap<>();
    names.forEach(ref -> all.putAll(owners.getOrDefault(owner(ref), new TreeMap<>())));
    return all.values().stream().distinct().collect(Collectors.toList());
  }

  /** A statement's lines; its first line is counted from 1, and 0 stands for none. */
  List<String> statement(int start) {
    Integer next = starts.higher(start);
    int end = next == null ? lines.size() + 1 : Math.min(next, lines.size() + 1);
    return start < 1 || start > lines.size() ? List.of() : lines.subList(start - 1, end - 1);
  }
}
