package dev.annals.judge.diff;

import dev.annals.judge.diff.Pairing.Pair;
import dev.annals.judge.diff.Renames.Owner;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which columns, attributes and enum values stand elsewhere among their neighbours. One that merely
 * shifted because another was added or dropped before it has not moved.
 */
final class Moves {

  private record Place(ObjectKind kind, Owner owner) {}

  private final Schema after;
  private final Map<ObjectRef, SchemaObject> before = new HashMap<>();
  private final Set<ObjectRef> found = new HashSet<>();
  private final Map<Place, Set<ObjectRef>> moved = new HashMap<>();

  Moves(Pairing pairing, Schema after) {
    this.after = after;
    for (Pair pair : pairing.pairs()) {
      if (hasPosition(pair.after())) {
        before.put(pair.after().ref(), pair.before());
      }
    }
    pairing.found().stream().filter(Moves::hasPosition).forEach(object -> found.add(object.ref()));
  }

  /** True for kinds that have a place among their neighbours. */
  static boolean hasPosition(SchemaObject object) {
    return switch (object.ref().kind()) {
      case COLUMN, ATTRIBUTE, ENUM_VALUE -> true;
      default -> false;
    };
  }

  /** True where it stands elsewhere in the order of those that were there before. */
  boolean moved(SchemaObject object) {
    ObjectRef ref = object.ref();
    Place place = new Place(ref.kind(), new Owner(ref.schema(), ref.parent()));
    return moved.computeIfAbsent(place, this::movedIn).contains(ref);
  }

  private Set<ObjectRef> movedIn(Place place) {
    Owner owner = place.owner();
    List<SchemaObject> parts =
        new ArrayList<>(Sorted.parts(after, place.kind(), owner.schema(), owner.name()));
    parts.removeIf(part -> found.contains(part.ref()));
    parts.sort(Comparator.comparingInt(Moves::position));
    int[] former =
        parts.stream().mapToInt(part -> position(before.getOrDefault(part.ref(), part))).toArray();
    Set<ObjectRef> result = new HashSet<>();
    boolean[] kept = rising(former);
    for (int i = 0; i < kept.length; i++) {
      if (!kept[i]) {
        result.add(parts.get(i).ref());
      }
    }
    return result;
  }

  private static int position(SchemaObject object) {
    String text = object.properties().get(Property.POSITION);
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  /** Marks a longest rising subsequence: what need not have moved. */
  private static boolean[] rising(int[] values) {
    int[] length = new int[values.length];
    int[] previous = new int[values.length];
    Arrays.fill(previous, -1);
    int last = -1;
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < i; j++) {
        if (values[j] < values[i] && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          previous[i] = j;
        }
      }
      last = last < 0 || length[i] > length[last] ? i : last;
    }
    boolean[] kept = new boolean[values.length];
    for (int i = last; i >= 0; i = previous[i]) {
      kept[i] = true;
    }
    return kept;
  }
}
