package dev.annals.judge.diff;

import dev.annals.judge.diff.Pairing.Pair;
import dev.annals.judge.diff.Renames.Owner;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Snapshot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;

/**
 * The one pairing for every kind of object: by identity, then by address, then by definition. Both
 * schemas are sorted by address, so one walk over them leaves only what differs.
 */
final class Pairer {

  /** Kinds whose identity the server gives anew when the type of a column changes. */
  private static final Set<ObjectKind> FLEETING =
      EnumSet.of(
          ObjectKind.PRIMARY_KEY,
          ObjectKind.UNIQUE,
          ObjectKind.FOREIGN_KEY,
          ObjectKind.CHECK,
          ObjectKind.EXCLUSION,
          ObjectKind.INDEX,
          ObjectKind.STATISTICS,
          ObjectKind.DOMAIN_CHECK);

  private record Identity(ObjectKind kind, long number) {}

  private final AddressWalk walk;
  private final List<Pair> pairs = new ArrayList<>();
  private final Renames renames = new Renames();
  private final Set<Owner> recreated = new HashSet<>();
  private final List<Integer> lost;
  private final List<Integer> found;

  Pairer(Snapshot before, Snapshot after) {
    this.walk = new AddressWalk(before, after);
    this.lost = walk.lost();
    this.found = walk.found();
  }

  /** Pairs them. */
  Pairing pair() {
    walk.same().forEach(pair -> join(pair[0], pair[1], false));
    for (int stage = 0; stage <= 2; stage++) {
      resolve(stage);
    }
    lost.sort(null);
    found.sort(null);
    return new Pairing(
        walk.origins(),
        pairs,
        lost.stream().map(this::old).toList(),
        found.stream().map(this::now).toList(),
        renames);
  }

  private SchemaObject old(int index) {
    return walk.old(index);
  }

  private SchemaObject now(int index) {
    return walk.now(index);
  }

  /** What stands alone first (0), then what belongs to it (1), then grants, even on columns (2). */
  private static int stage(SchemaObject object) {
    ObjectRef ref = object.ref();
    return ref.kind() == ObjectKind.GRANT ? 2 : ref.parent().isEmpty() ? 0 : 1;
  }

  private void resolve(int stage) {
    List<Integer> oldOnes = take(lost, this::old, stage);
    List<Integer> newOnes = take(found, this::now, stage);
    byIdentity(oldOnes, newOnes);
    Set<Owner> gone = owners(lost, this::old, stage);
    Set<Owner> fresh = owners(found, this::now, stage);
    settleDoubts(stage, oldOnes, newOnes, gone, fresh);
    byKey(
        oldOnes,
        newOnes,
        i -> renames.expected(old(i)),
        j -> Renames.plain(now(j).ref()),
        (i, j) -> mayMeet(i, j, gone, fresh));
    byKey(
        oldOnes,
        newOnes,
        i -> definition(old(i), renames.expected(old(i))),
        j -> definition(now(j), now(j).ref()),
        (i, j) -> isFleeting(now(j)) && alive(i, j, gone, fresh));
    lost.addAll(oldOnes);
    found.addAll(newOnes);
  }

  private static List<Integer> take(
      List<Integer> from, IntFunction<SchemaObject> object, int stage) {
    List<Integer> taken =
        new ArrayList<>(from.stream().filter(i -> stage(object.apply(i)) == stage).toList());
    from.removeIf(i -> stage(object.apply(i)) == stage);
    return taken;
  }

  /** The relations and types that were not paired, once the first stage is over. */
  private static Set<Owner> owners(
      List<Integer> unpaired, IntFunction<SchemaObject> object, int stage) {
    Set<Owner> owners = new HashSet<>();
    for (int index : unpaired) {
      ObjectRef ref = object.apply(index).ref();
      if (stage > 0 && ref.kind() != ObjectKind.GRANT && ref.parent().isEmpty()) {
        owners.add(new Owner(ref.schema(), ref.name()));
      }
    }
    return owners;
  }

  private void byIdentity(List<Integer> oldOnes, List<Integer> newOnes) {
    byKey(
        oldOnes,
        newOnes,
        i -> new Identity(old(i).ref().kind(), walk.oldNumber(i)),
        j -> new Identity(now(j).ref().kind(), walk.newNumber(j)),
        (i, j) -> walk.oldNumber(i) != 0);
  }

  private void settleDoubts(
      int stage, List<Integer> oldOnes, List<Integer> newOnes, Set<Owner> gone, Set<Owner> fresh) {
    for (int[] doubt : walk.doubtful()) {
      if (stage(old(doubt[0])) != stage) {
        continue;
      }
      boolean swapped = stage > 0 && renames.concerns(old(doubt[0]));
      if (swapped || !alive(doubt[0], doubt[1], gone, fresh)) {
        oldOnes.add(doubt[0]);
        newOnes.add(doubt[1]);
      } else {
        join(doubt[0], doubt[1], false);
      }
    }
  }

  private boolean alive(int i, int j, Set<Owner> gone, Set<Owner> fresh) {
    return !gone.contains(Renames.ownerOf(old(i))) && !fresh.contains(Renames.ownerOf(now(j)));
  }

  private static boolean isFleeting(SchemaObject object) {
    return FLEETING.contains(object.ref().kind());
  }

  /** A table or column that has lost its identity is another one; everything else is replaced. */
  private boolean mayMeet(int i, int j, Set<Owner> gone, Set<Owner> fresh) {
    if (!alive(i, j, gone, fresh)) {
      return false;
    }
    boolean replaced = walk.replaced(i, j);
    return switch (now(j).ref().kind()) {
      case TABLE -> !replaced;
      case COLUMN -> !replaced || recreated.contains(Renames.ownerOf(now(j)));
      default -> true;
    };
  }

  private static Object definition(SchemaObject object, ObjectRef at) {
    Map<Property, String> facts = new TreeMap<>(object.properties().values());
    facts.remove(Property.COMMENT);
    return List.of(at.kind(), at.schema(), at.parent(), facts);
  }

  private void byKey(
      List<Integer> oldOnes,
      List<Integer> newOnes,
      IntFunction<Object> oldKey,
      IntFunction<Object> newKey,
      BiPredicate<Integer, Integer> allowed) {
    if (oldOnes.isEmpty() || newOnes.isEmpty()) {
      return;
    }
    Map<Object, Integer> waiting = new HashMap<>();
    for (int i : oldOnes) {
      waiting.putIfAbsent(oldKey.apply(i), i);
    }
    Set<Integer> paired = new HashSet<>();
    newOnes.removeIf(
        j -> {
          Object key = newKey.apply(j);
          Integer i = waiting.get(key);
          if (i == null || !allowed.test(i, j)) {
            return false;
          }
          waiting.remove(key);
          paired.add(i);
          join(i, j, isRecreated(i, j));
          return true;
        });
    oldOnes.removeIf(paired::contains);
  }

  private boolean isRecreated(int i, int j) {
    boolean replaced = walk.replaced(i, j) && stage(now(j)) == 0;
    if (replaced) {
      recreated.add(Renames.ownerOf(now(j)));
    }
    return replaced;
  }

  private void join(int i, int j, boolean replaced) {
    walk.origins().note(j, i);
    pairs.add(new Pair(old(i), now(j), replaced));
    renames.note(old(i), now(j));
  }
}
