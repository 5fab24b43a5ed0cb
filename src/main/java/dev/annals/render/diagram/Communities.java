package dev.annals.render.diagram;

import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where tables belong whose names do not say it: the groups that names make stay as they are, and
 * the other tables are moved, one by one and then group by group, to where the modularity of the
 * graph of foreign keys grows most (Louvain's method, with groups that are given). It never ends
 * with less modularity than the names alone have. A key to what many refer to counts little. The
 * work is in proportion to the keys.
 */
final class Communities {

  /** How the names of groups begin that are not given. */
  static final String UNNAMED = "\0";

  private static final int ROUNDS = 10;
  private static final double LEAST = 1e-9;

  private final SortedMap<ObjectRef, SortedMap<ObjectRef, Double>> near = new TreeMap<>();
  private final Map<ObjectRef, Double> degree = new HashMap<>();
  private double twice;

  private Communities(Set<ObjectRef> tables, Set<ObjectRef> apart, List<ForeignKey> keys) {
    Map<ObjectRef, Set<ObjectRef>> referring = new HashMap<>();
    for (ForeignKey key : keys) {
      referring.computeIfAbsent(parent(key), t -> new HashSet<>()).add(child(key));
    }
    Set<List<ObjectRef>> seen = new HashSet<>();
    for (ForeignKey key : keys) {
      ObjectRef child = child(key);
      ObjectRef parent = parent(key);
      boolean drawn = tables.contains(child) && tables.contains(parent) && !child.equals(parent);
      if (drawn
          && !apart.contains(child)
          && !apart.contains(parent)
          && seen.add(List.of(child, parent))) {
        double weight = 1 / Math.sqrt(referring.get(parent).size());
        join(child, parent, weight);
        join(parent, child, weight);
      }
    }
  }

  private static ObjectRef child(ForeignKey key) {
    return ObjectRef.table(key.schema(), key.table());
  }

  private static ObjectRef parent(ForeignKey key) {
    return ObjectRef.table(key.targetSchema(), key.targetTable());
  }

  private void join(ObjectRef from, ObjectRef to, double weight) {
    near.computeIfAbsent(from, t -> new TreeMap<>()).merge(to, weight, Double::sum);
    degree.merge(from, weight, Double::sum);
    twice += weight;
  }

  /**
   * The groups of all tables.
   *
   * @param tables all of them
   * @param apart tables that join nothing, and whose keys count for nothing
   * @param given the name of the group of each table that has one
   * @return groups by table: a given name, or {@link #UNNAMED} and one of its tables; tables
   *     without any key are alone in theirs
   */
  static SortedMap<ObjectRef, String> of(
      Set<ObjectRef> tables,
      Set<ObjectRef> apart,
      Map<ObjectRef, String> given,
      List<ForeignKey> keys) {
    Communities graph = new Communities(tables, apart, keys);
    SortedMap<ObjectRef, String> groups = new TreeMap<>();
    for (ObjectRef table : tables) {
      groups.put(table, given.containsKey(table) ? given.get(table) : UNNAMED + table.qualified());
    }
    Set<String> fixed = new HashSet<>(given.values());
    while (graph.twice > 0 && graph.moved(groups, fixed)) {
      // each pass moves what the one before put together
    }
    return groups;
  }

  /** One pass: every group that is not given goes where the gain is largest, until none moves. */
  private boolean moved(SortedMap<ObjectRef, String> groups, Set<String> fixed) {
    SortedMap<String, SortedMap<String, Double>> links = new TreeMap<>();
    Map<String, Double> own = new HashMap<>();
    groups.forEach(
        (table, group) -> own.merge(group, degree.getOrDefault(table, 0.0), Double::sum));
    near.forEach(
        (table, others) ->
            others.forEach(
                (other, weight) -> {
                  if (!groups.get(table).equals(groups.get(other))) {
                    links
                        .computeIfAbsent(groups.get(table), g -> new TreeMap<>())
                        .merge(groups.get(other), weight, Double::sum);
                  }
                }));
    Map<String, String> place = new HashMap<>();
    own.keySet().forEach(group -> place.put(group, group));
    Map<String, Double> total = new HashMap<>(own);
    List<String> free = new ArrayList<>(links.keySet());
    free.removeAll(fixed);
    boolean any = false;
    boolean again = true;
    for (int round = 0; round < ROUNDS && again; round++) {
      again = false;
      for (String unit : free) {
        String from = place.get(unit);
        total.merge(from, -own.get(unit), Double::sum);
        String to = best(links.get(unit), place, total, own.get(unit), from);
        total.merge(to, own.get(unit), Double::sum);
        place.put(unit, to);
        again |= !to.equals(from);
      }
      any |= again;
    }
    groups.replaceAll((table, group) -> place.get(group));
    return any;
  }

  private String best(
      SortedMap<String, Double> links,
      Map<String, String> place,
      Map<String, Double> total,
      double own,
      String from) {
    SortedMap<String, Double> pulls = new TreeMap<>();
    links.forEach((group, weight) -> pulls.merge(place.get(group), weight, Double::sum));
    String best = from;
    double most = pulls.getOrDefault(from, 0.0) - total.get(from) * own / twice;
    for (Map.Entry<String, Double> pull : pulls.entrySet()) {
      double gain = pull.getValue() - total.get(pull.getKey()) * own / twice;
      if (gain > most + LEAST) {
        most = gain;
        best = pull.getKey();
      }
    }
    return best;
  }
}
