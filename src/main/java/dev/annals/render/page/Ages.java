package dev.annals.render.page;

import dev.annals.kept.Key;
import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Release;
import dev.annals.packed.Packed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every object that any release held, with what it was from which release on. A renamed object is
 * one object.
 */
final class Ages {

  /** What has parts. */
  private static final List<ObjectKind> OWNERS =
      List.of(
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.ENUM,
          ObjectKind.DOMAIN,
          ObjectKind.COMPOSITE);

  private final List<String> releases;
  private final List<Thing> things = new ArrayList<>();
  private final Map<ObjectRef, List<Thing>> byOwner = new HashMap<>();

  private Ages(Chronicle chronicle) {
    this.releases = chronicle.releases().stream().map(release -> release.cut().name()).toList();
  }

  /**
   * What an object was from one release on.
   *
   * @param release index of the release
   * @param object the object; null where it is there no more
   */
  record State(int release, SchemaObject object) {}

  /** An object under all its names. */
  static final class Thing {
    private final List<State> states = new ArrayList<>();
    private int seen = -1;

    /** Most objects are the very same from one release to the next. */
    @SuppressWarnings("ReferenceEquality")
    private void take(int release, SchemaObject object) {
      seen = release;
      if (states.isEmpty() || (last() != object && !last().equals(object))) {
        states.add(new State(release, object));
      }
    }

    /** Oldest first; neighbours differ. */
    List<State> states() {
      return states;
    }

    /** What it was when it was last there. */
    SchemaObject last() {
      SchemaObject object = states.get(states.size() - 1).object();
      return object == null ? states.get(states.size() - 2).object() : object;
    }

    boolean alive() {
      return states.get(states.size() - 1).object() != null;
    }

    /** What it was at a release; null where it was not there. */
    SchemaObject at(int release) {
      SchemaObject object = null;
      for (State state : states) {
        if (state.release() <= release) {
          object = state.object();
        }
      }
      return object;
    }
  }

  /** The objects of a chronicle's releases. */
  static Ages of(Chronicle chronicle) {
    Ages ages = new Ages(chronicle);
    Map<ObjectRef, Thing> alive = new LinkedHashMap<>();
    for (int i = 0; i < chronicle.releases().size(); i++) {
      alive = ages.step(i, chronicle.releases().get(i), alive);
    }
    ages.things.forEach(
        thing ->
            ages.byOwner
                .computeIfAbsent(owner(thing.last().ref()), ref -> new ArrayList<>())
                .add(thing));
    return ages;
  }

  private Map<ObjectRef, Thing> step(int release, Release cut, Map<ObjectRef, Thing> alive) {
    if (release > 0 && cut.changes().isEmpty()) {
      return alive;
    }
    Schema schema = cut.cut().schema().schema();
    Map<ObjectRef, ObjectRef> former = former(cut);
    Set<ObjectRef> added = added(cut);
    Map<ObjectRef, Thing> next = new LinkedHashMap<>();
    for (SchemaObject object : schema.objects()) {
      ObjectRef ref = object.ref();
      Thing thing = isNew(ref, added) ? null : alive.get(former(ref, former));
      if (thing == null || thing.seen == release) {
        thing = new Thing();
        things.add(thing);
      }
      thing.take(release, object);
      next.put(object.ref(), thing);
    }
    alive.values().stream()
        .filter(thing -> thing.seen != release)
        .forEach(thing -> thing.states.add(new State(release, null)));
    return next;
  }

  private static Set<ObjectRef> added(Release release) {
    Set<ObjectRef> added = new HashSet<>();
    for (JudgedChange judged : release.changes()) {
      if (judged.change() instanceof Change.Added) {
        added.add(judged.change().subject());
      }
    }
    return added;
  }

  /** True for what took the place of something else of its name: it is not that. */
  private static boolean isNew(ObjectRef ref, Set<ObjectRef> added) {
    if (added.contains(ref) || ref.parent().isEmpty()) {
      return added.contains(ref);
    }
    return OWNERS.stream()
        .anyMatch(kind -> added.contains(ObjectRef.of(kind, ref.schema(), ref.parent())));
  }

  /** New address to old one. */
  private static Map<ObjectRef, ObjectRef> former(Release release) {
    Map<ObjectRef, ObjectRef> former = new TreeMap<>();
    release
        .changes()
        .forEach(
            judged -> {
              if (judged.change() instanceof Change.Renamed renamed) {
                former.put(renamed.after().ref(), renamed.before().ref());
              }
            });
    return former;
  }

  private static ObjectRef former(ObjectRef ref, Map<ObjectRef, ObjectRef> former) {
    ObjectRef own = former.get(ref);
    if (own != null || former.isEmpty() || ref.parent().isEmpty()) {
      return own == null ? ref : own;
    }
    for (ObjectKind kind : OWNERS) {
      ObjectRef was = former.get(ObjectRef.of(kind, ref.schema(), ref.parent()));
      if (was != null) {
        return new ObjectRef(ref.kind(), was.schema(), was.name(), ref.name());
      }
    }
    return ref;
  }

  private static ObjectRef owner(ObjectRef ref) {
    return ObjectRef.table(ref.schema(), ref.owner());
  }

  /** A text that differs where the ages of a relation or type and its parts do. */
  String text(ObjectRef owner) {
    List<String> parts = new ArrayList<>();
    List<SchemaObject> objects = new ArrayList<>();
    for (Thing thing : of(owner)) {
      parts.add(String.valueOf(thing.states.size()));
      for (State state : thing.states) {
        parts.add(releases.get(state.release()));
        parts.add(state.object() == null ? "" : state.object().ref().kind().name());
        Optional.ofNullable(state.object()).ifPresent(objects::add);
      }
    }
    parts.add(Key.of(Packed.plain(objects)).hex());
    return Key.of(parts.toArray(String[]::new)).hex();
  }

  /** All of them, in the order in which they came. */
  List<Thing> things() {
    return things;
  }

  /** A relation or type and its parts, dead ones included. */
  List<Thing> of(ObjectRef owner) {
    return byOwner.getOrDefault(owner(owner), List.of());
  }
}
