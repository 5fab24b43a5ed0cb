package dev.annals.judge.diff;

import dev.annals.model.history.History;
import dev.annals.model.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Lifeline numbers moment by moment, each moment's as what it has unlike the one before: most
 * objects stay where they are.
 */
final class Numbering {

  private final List<SchemaObject> before;
  private final Numbers then;
  private final List<SchemaObject> after;

  private Numbering(List<SchemaObject> before, Numbers then, List<SchemaObject> after) {
    this.before = before;
    this.then = then;
    this.after = after;
  }

  /** What each moment has unlike the one before, by places in its schema. */
  static List<Map<Integer, Integer>> written(History history, List<Numbers> numbers) {
    List<Map<Integer, Integer>> moments = new ArrayList<>();
    List<SchemaObject> before = List.of();
    Numbers then = new Numbers(new int[0]);
    for (int i = 0; i < numbers.size(); i++) {
      List<SchemaObject> after = history.before(i).schema().objects();
      moments.add(new Numbering(before, then, after).unlike(numbers.get(i)));
      before = after;
      then = numbers.get(i);
    }
    return moments;
  }

  /**
   * The numbers of each moment.
   *
   * @return empty where they are those of another history
   */
  static Optional<List<Numbers>> read(History history, List<Map<Integer, Integer>> moments) {
    if (moments.size() > history.steps().size() + 1) {
      return Optional.empty();
    }
    List<Numbers> numbers = new ArrayList<>();
    List<SchemaObject> before = List.of();
    Numbers then = new Numbers(new int[0]);
    for (int i = 0; i < moments.size(); i++) {
      List<SchemaObject> after = history.before(i).schema().objects();
      Optional<int[]> now = new Numbering(before, then, after).with(moments.get(i));
      if (now.isEmpty()) {
        return Optional.empty();
      }
      then = then.orSame(now.get());
      numbers.add(then);
      before = after;
    }
    return Optional.of(numbers);
  }

  /** The number of what stood at the address of each object before; 0 where nothing did. */
  private int[] stayed() {
    int[] stayed = new int[after.size()];
    int i = 0;
    int j = 0;
    while (i < before.size() && j < stayed.length) {
      SchemaObject old = before.get(i);
      SchemaObject now = after.get(j);
      int order = old == now ? 0 : old.ref().compareTo(now.ref());
      if (order == 0) {
        stayed[j] = then.number(i);
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return stayed;
  }

  private Map<Integer, Integer> unlike(Numbers now) {
    Map<Integer, Integer> unlike = new TreeMap<>();
    int[] stayed = stayed();
    for (int j = 0; j < stayed.length; j++) {
      if (stayed[j] != now.number(j)) {
        unlike.put(j, now.number(j));
      }
    }
    return unlike;
  }

  /** Empty where an object has none, or a number no object. */
  private Optional<int[]> with(Map<Integer, Integer> unlike) {
    int[] numbers = stayed();
    for (Map.Entry<Integer, Integer> each : unlike.entrySet()) {
      if (each.getKey() >= numbers.length) {
        return Optional.empty();
      }
      numbers[each.getKey()] = each.getValue();
    }
    return Arrays.stream(numbers).allMatch(number -> number > 0)
        ? Optional.of(numbers)
        : Optional.empty();
  }
}
