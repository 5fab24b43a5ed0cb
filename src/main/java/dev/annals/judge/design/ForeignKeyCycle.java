package dev.annals.judge.design;

import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tables that need each other to begin with. */
final class ForeignKeyCycle implements DesignRule {

  @Override
  public String id() {
    return "foreign-key-cycle";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Confidence confidence() {
    return Confidence.HIGH;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    Map<ObjectRef, List<ForeignKey>> outgoing = new TreeMap<>();
    schema
        .foreignKeys()
        .filter(key -> !Wording.target(key).equals(from(key)))
        .forEach(key -> outgoing.computeIfAbsent(from(key), ref -> new ArrayList<>()).add(key));
    return outgoing.keySet().stream()
        .flatMap(start -> cycle(start, outgoing).stream())
        .map(keys -> flaw(keys, schema));
  }

  private static ObjectRef from(ForeignKey key) {
    return ObjectRef.table(key.schema(), key.table());
  }

  /** The shortest way back to a table over tables that come after it: each cycle is found once. */
  private static Optional<List<ForeignKey>> cycle(
      ObjectRef start, Map<ObjectRef, List<ForeignKey>> outgoing) {
    Map<ObjectRef, List<ForeignKey>> ways = new TreeMap<>();
    List<ObjectRef> waiting = new ArrayList<>(List.of(start));
    ways.put(start, List.of());
    for (int i = 0; i < waiting.size(); i++) {
      for (ForeignKey key : outgoing.getOrDefault(waiting.get(i), List.of())) {
        List<ForeignKey> way = new ArrayList<>(ways.get(waiting.get(i)));
        way.add(key);
        ObjectRef next = Wording.target(key);
        if (next.equals(start)) {
          return Optional.of(way);
        }
        if (next.compareTo(start) > 0 && !ways.containsKey(next)) {
          ways.put(next, way);
          waiting.add(next);
        }
      }
    }
    return Optional.empty();
  }

  private static Flaw flaw(List<ForeignKey> keys, Blueprint schema) {
    boolean stuck = keys.stream().noneMatch(schema.schema()::canWait);
    List<String> names = keys.stream().map(key -> from(key).display()).toList();
    ForeignKey last = keys.get(keys.size() - 1);
    Flaw flaw =
        Flaw.of(
                last.ref(),
                "tables " + Wording.list(names) + " refer to each other in a circle",
                stuck
                    ? "Every reference is required and checked at once: no first row can be"
                        + " inserted by a statement of its own, and no data can be loaded table by"
                        + " table."
                    : "Rows of one must be written before those of the other and changed"
                        + " afterwards; loading, copying and emptying them table by table fails.",
                stuck
                    ? "Let one of the columns take null, or make one of the foreign keys DEFERRABLE"
                        + " INITIALLY DEFERRED."
                    : "If one of the two can be derived from the other, drop it; or keep it in a"
                        + " table of its own.")
            .mildIf(!stuck)
            .doubtfulIf(!stuck);
    for (ForeignKey key : keys) {
      flaw = flaw.and(from(key));
    }
    return flaw;
  }
}
