package dev.annals.render.diagram;

import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How areas hang together: the foreign keys that lead from one into another. Partitions are told by
 * their parent.
 *
 * @param tables how many tables each area has
 * @param keys how many foreign keys of an area lead into each other
 */
public record AreaJoins(
    SortedMap<String, Integer> tables, SortedMap<String, SortedMap<String, Integer>> keys) {

  public AreaJoins {
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
  }

  /** Another area, and how many foreign keys lead there or come from there. */
  public record Other(String area, int keys) {}

  /** Those of a schema. */
  public static AreaJoins of(Schema schema, Areas areas) {
    SortedMap<String, Integer> tables = new TreeMap<>();
    SortedMap<String, SortedMap<String, Integer>> keys = new TreeMap<>();
    for (ObjectRef table : Relations.of(schema).tables()) {
      String area = areas.of(table);
      tables.merge(area, 1, Integer::sum);
      for (ForeignKey key : schema.foreignKeys(table.schema(), table.name())) {
        String other = areas.of(ObjectRef.table(key.targetSchema(), key.targetTable()));
        if (!other.isEmpty() && !other.equals(area)) {
          keys.computeIfAbsent(area, from -> new TreeMap<>()).merge(other, 1, Integer::sum);
        }
      }
    }
    return new AreaJoins(tables, keys);
  }

  /** How many foreign keys lead from one area into another. */
  public int between(String from, String to) {
    return keys.getOrDefault(from, Collections.emptySortedMap()).getOrDefault(to, 0);
  }

  /** How much there is to say of each area: its tables, and what joins them to those of others. */
  Map<String, Integer> weights() {
    Map<String, Integer> weights = new HashMap<>(tables);
    keys.forEach(
        (from, others) ->
            others.forEach(
                (to, count) -> {
                  weights.merge(from, count, Integer::sum);
                  weights.merge(to, count, Integer::sum);
                }));
    return weights;
  }

  /** The areas that an area's tables refer to, most first. */
  public List<Other> refersTo(String area) {
    List<Other> others = new ArrayList<>();
    keys.getOrDefault(area, Collections.emptySortedMap())
        .forEach((other, count) -> others.add(new Other(other, count)));
    return sorted(others);
  }

  /** The areas whose tables refer to those of an area, most first. */
  public List<Other> referredToBy(String area) {
    List<Other> others = new ArrayList<>();
    keys.forEach(
        (other, to) -> {
          if (to.containsKey(area)) {
            others.add(new Other(other, to.get(area)));
          }
        });
    return sorted(others);
  }

  private static List<Other> sorted(List<Other> others) {
    others.sort(Comparator.comparingInt(Other::keys).reversed().thenComparing(Other::area));
    return others;
  }
}
