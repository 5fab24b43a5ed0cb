package dev.annals.judge.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.change.Change;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.Lifeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The facts of a range's steps, put together one by one, come to the difference of its two ends:
 * what came and went is nothing, of several names and of several values the first and the last
 * count. What only the path knows is that a view was made anew; and places follow from what stands
 * before them.
 */
class FoldingLaws {

  private static final int STEPS = 14;

  static LongStream seeds() {
    return LongStream.range(100, 150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void foldingARangeIsComparingItsEnds(long seed) {
    World world = new World(seed);
    List<Snapshot> served = new ArrayList<>(List.of(world.served()));
    for (int i = 0; i < STEPS; i++) {
      world.change(3);
      served.add(world.served());
    }
    Lineage lineage = Lineage.of(SchemaDiffLaws.history(served));
    for (int from = 0; from < STEPS; from += 2) {
      for (int to = from + 1; to <= STEPS; to++) {
        String range = from + " to " + to;
        assertEquals(folded(lineage, from, to), compared(lineage, from, to), range);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void foldingIsNotEmpty(long seed) {
    World world = new World(seed);
    List<Snapshot> served = new ArrayList<>(List.of(world.served()));
    for (int i = 0; i < STEPS; i++) {
      world.change(3);
      served.add(world.served());
    }
    Lineage lineage = Lineage.of(SchemaDiffLaws.history(served));
    assertTrue(folded(lineage, 0, STEPS).size() > 3, "the law is about something");
  }

  private static Set<String> compared(Lineage lineage, int from, int to) {
    Set<String> facts = new TreeSet<>();
    for (Change change : SchemaDiff.between(lineage.snapshot(from - 1), lineage.snapshot(to - 1))) {
      if (change instanceof Change.Renamed renamed) {
        facts.add(
            isAnother(renamed, lineage, from, to)
                ? "Added " + renamed.subject()
                : named(renamed.subject().kind(), renamed.before(), renamed.after()));
      } else if (change instanceof Change.Altered altered) {
        if (altered.property() != Property.POSITION) {
          facts.add(valued(altered.subject(), altered.property(), altered.from(), altered.to()));
        }
      } else if (!goesWithItsColumn(change)) {
        facts.add(change.getClass().getSimpleName() + " " + change.subject());
      }
    }
    return facts;
  }

  /** The ends alone take an index of the same definition for the same index. */
  private static boolean isAnother(Change.Renamed renamed, Lineage lineage, int from, int to) {
    Long then = lineage.snapshot(from - 1).byRef().get(renamed.before().ref());
    Long now = lineage.snapshot(to - 1).byRef().get(renamed.after().ref());
    return renamed.kind() == ObjectKind.INDEX && !then.equals(now);
  }

  /** Whether an index went with its column cannot be told from the index. */
  private static boolean goesWithItsColumn(Change change) {
    return change instanceof Change.Dropped && change.kind() == ObjectKind.INDEX;
  }

  private static String named(ObjectKind kind, SchemaObject before, SchemaObject after) {
    return "Renamed " + kind + " " + before.ref().name() + " to " + after.ref().name();
  }

  private static String valued(ObjectRef subject, Property property, String from, String to) {
    return "Altered " + subject + " " + property + " from " + from + " to " + to;
  }

  private static Set<String> folded(Lineage lineage, int from, int to) {
    Map<Long, ObjectRef> start = numbered(lineage.snapshot(from - 1));
    Map<Long, ObjectRef> end = numbered(lineage.snapshot(to - 1));
    Map<Long, Lifeline> lines = new HashMap<>();
    lineage.lifelines().forEach(line -> lines.put((long) line.id(), line));
    Set<String> facts = new TreeSet<>();
    for (Lifeline line : lines.values()) {
      boolean before = line.born() < from;
      boolean after = line.alive() || line.gone() >= to;
      if (line.born() >= to || (!line.alive() && line.gone() < from)) {
        continue;
      }
      if (before && after) {
        fold(own(lineage, line, from, to), end.get((long) line.id()), facts);
      } else if (after && !shares(line, end, lines, from, to)) {
        facts.add("Added " + end.get((long) line.id()));
      } else if (before
          && !shares(line, start, lines, from, to)
          && line.ref().kind() != ObjectKind.INDEX) {
        facts.add("Dropped " + start.get((long) line.id()));
      }
    }
    return facts;
  }

  private static Map<Long, ObjectRef> numbered(Snapshot snapshot) {
    Map<Long, ObjectRef> refs = new TreeMap<>();
    snapshot.byRef().forEach((ref, number) -> refs.put(number, ref));
    return refs;
  }

  /** True where what it belongs to came or went in the range, too: then that is the fact. */
  private static boolean shares(
      Lifeline line, Map<Long, ObjectRef> at, Map<Long, Lifeline> lines, int from, int to) {
    ObjectRef ref = at.get((long) line.id());
    return at.entrySet().stream()
        .filter(entry -> !ref.parent().isEmpty() && entry.getValue().parent().isEmpty())
        .filter(entry -> entry.getValue().name().equals(ref.parent()))
        .map(entry -> lines.get(entry.getKey()))
        .anyMatch(owner -> owner.born() >= from || (!owner.alive() && owner.gone() < to));
  }

  /** The facts about an object itself in the steps of a range. */
  private static List<Change> own(Lineage lineage, Lifeline line, int from, int to) {
    List<Change> own = new ArrayList<>();
    for (Lifeline.Event event : line.events()) {
      if (event.step() >= from && event.step() < to) {
        Change change = lineage.changes(event.step()).get(event.change());
        if (line.names().contains(change.subject())) {
          own.add(change);
        }
      }
    }
    return own;
  }

  private static void fold(List<Change> changes, ObjectRef ref, Set<String> facts) {
    Change.Renamed first = null;
    Change.Renamed last = null;
    Map<Property, List<String>> values = new TreeMap<>();
    for (Change change : changes) {
      if (change instanceof Change.Renamed renamed) {
        first = first == null ? renamed : first;
        last = renamed;
      } else if (change instanceof Change.Altered altered) {
        values
            .computeIfAbsent(altered.property(), key -> new ArrayList<>(List.of(altered.from())))
            .add(altered.to());
      }
    }
    if (first != null && !first.before().ref().name().equals(last.after().ref().name())) {
      facts.add(named(ref.kind(), first.before(), last.after()));
    }
    values.remove(Property.POSITION);
    values.forEach(
        (property, course) -> {
          String now = course.get(course.size() - 1);
          if (!course.get(0).equals(now)) {
            facts.add(valued(ref, property, course.get(0), now));
          }
        });
  }
}
